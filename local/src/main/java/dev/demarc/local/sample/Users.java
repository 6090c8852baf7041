package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** IAM users: people with passwords, machines with keys. */
final class Users implements Family {
    private static final String TYPE = "AWS::IAM::User";

    private static final Map<String, String> ADMINISTRATOR =
            Map.of("policyName", "AdministratorAccess", "policyArn", "arn:aws:iam::aws:policy/AdministratorAccess");

    private final SampleAccount account;
    private final Dice dice;
    private final Instant now;

    Users(SampleAccount account, Dice dice, Instant now) {
        this.account = account;
        this.dice = dice;
        this.now = now;
    }

    @Override
    public Set<String> types(String region) {
        return region.equals(Scope.GLOBAL) ? Set.of(TYPE) : Set.of();
    }

    @Override
    public List<Item> items(String region, boolean later) {
        List<Item> all = new ArrayList<>();
        if (region.equals(Scope.GLOBAL)) {
            all.add(administrator());
            for (int number = 1; number <= 5; number++) {
                all.add(person(number));
                all.add(machine(number));
            }
        }
        return all;
    }

    @Override
    public List<Item> scenarios(boolean later) {
        return account.equals(SampleAccount.BUILD)
                ? List.of(administratorWithoutMfa("legacy-release-admin", null))
                : List.of();
    }

    private Item person(int number) {
        return user("person-%02d".formatted(number), true, dice.good(), 0)
                .beside("attachedPolicies", List.of())
                .beside("groups", List.of(group("developers")));
    }

    private Item administrator() {
        return user("break-glass", true, true, 0)
                .tag("team", account.team())
                .beside("attachedPolicies", List.of(ADMINISTRATOR))
                .beside("groups", List.of());
    }

    private Item machine(int number) {
        int keyAge = dice.good() ? dice.between(1, 80) : dice.between(100, 900);
        return user("%s-%02d".formatted(dice.of(account.workloads()), number), false, false, keyAge)
                .beside("attachedPolicies", List.of())
                .beside("groups", List.of(group("machines")));
    }

    /** Scenario S3: broad rights, a password, no second factor, and two keys, one as old as the user. */
    private Item administratorWithoutMfa(String name, @Nullable String team) {
        int age = 900;
        Map<String, @Nullable Object> report = report(true, false, 400, daysAgo(age));
        report.put("accessKey2Active", true);
        report.put("accessKey2LastRotated", daysAgo(age));
        return user(name, true, false, 400)
                .tag("team", team)
                .with("createDate", daysAgo(age))
                .beside("credentialReport", report)
                .beside("loginProfile", Map.of("createDate", daysAgo(age)))
                .beside("accessKeys", List.of(key(400), key(age)))
                .beside("attachedPolicies", List.of(ADMINISTRATOR))
                .beside("groups", List.of());
    }

    /** @param keyAge in days, 0 for no access key */
    private Item user(String name, boolean console, boolean mfa, int keyAge) {
        String created = daysAgo(dice.between(200, 1200));
        String arn = "arn:aws:iam::%s:user/%s".formatted(account.id(), name);
        return new Item(new Scope(account.id(), Scope.GLOBAL, TYPE), name, arn)
                .tag("team", dice.oneIn(6) ? null : account.team())
                .with("userName", name)
                .with("userId", "AIDASAMPLE" + dice.hex(11).toUpperCase(java.util.Locale.ROOT))
                .with("arn", arn)
                .with("path", "/")
                .with("createDate", created)
                .beside("credentialReport", report(console, mfa, keyAge, created))
                .beside("mfaDevices", mfa ? List.of(Map.of("enableDate", created)) : List.of())
                .beside("accessKeys", keyAge == 0 ? List.of() : List.of(key(keyAge)))
                .beside("loginProfile", console ? Map.of("createDate", created) : null)
                .beside("userPolicies", Map.of());
    }

    private Map<String, Object> key(int age) {
        return Map.of("status", "Active", "createDate", daysAgo(age));
    }

    private Map<String, @Nullable Object> report(boolean console, boolean mfa, int keyAge, String created) {
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("passwordEnabled", console);
        report.put("passwordLastUsed", console ? daysAgo(dice.good() ? 3 : 70) : null);
        report.put("passwordLastChanged", console ? created : null);
        report.put("mfaActive", mfa);
        report.put("accessKey1Active", keyAge > 0);
        report.put("accessKey1LastRotated", keyAge > 0 ? daysAgo(keyAge) : null);
        report.put("accessKey1LastUsedDate", keyAge > 0 ? daysAgo(dice.good() ? 0 : 60) : null);
        report.put("accessKey2Active", false);
        report.put("accessKey2LastRotated", null);
        report.put("accessKey2LastUsedDate", null);
        return report;
    }

    private static Map<String, Object> group(String name) {
        return Map.of(
                "groupName", name,
                "attachedPolicies",
                        List.of(Map.of(
                                "policyName", "PowerUserAccess",
                                "policyArn", "arn:aws:iam::aws:policy/PowerUserAccess")),
                "groupPolicies", Map.of());
    }

    private String daysAgo(int days) {
        return now.minus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
