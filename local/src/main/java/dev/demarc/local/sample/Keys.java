package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** KMS keys: of AWS, of one's own, and with material from elsewhere. */
final class Keys implements Family {
    private static final String TYPE = "AWS::KMS::Key";
    private static final String SYMMETRIC = "SYMMETRIC_DEFAULT";
    private static final String STRANGER = "000000009999";

    private final SampleAccount account;
    private final Instant now;
    private final Dice dice;

    Keys(SampleAccount account, Instant now) {
        this.account = account;
        this.now = now;
        this.dice = new Dice(account.id() + "/keys", account.quality());
    }

    @Override
    public Set<String> types(String region) {
        return region.equals(Scope.GLOBAL) ? Set.of() : Set.of(TYPE);
    }

    @Override
    public List<Item> items(String region, boolean later) {
        if (region.equals(Scope.GLOBAL)) {
            return List.of();
        }
        List<Item> keys = new ArrayList<>();
        keys.add(own(region, dice.of(account.workloads())));
        if (region.equals(SampleAccount.REGIONS.get(0))) {
            keys.add(ofAws(region));
            keys.addAll(special(region, later));
        }
        return List.copyOf(keys);
    }

    private List<Item> special(String region, boolean later) {
        if (account.equals(SampleAccount.PAYMENTS)) {
            return List.of(
                    made(region, "card-signing", "AWS_KMS", "ECC_NIST_P256"),
                    made(region, "card-import", "EXTERNAL", SYMMETRIC),
                    made(region, "card-hsm", "AWS_CLOUDHSM", SYMMETRIC),
                    made(region, "card-vault", "EXTERNAL_KEY_STORE", SYMMETRIC));
        }
        if (account.equals(SampleAccount.SANDBOX)) {
            Item given = made(region, "given-away", "AWS_KMS", SYMMETRIC).beside("keyPolicy", policy("*"));
            Item shared = made(region, "partner-trial", "AWS_KMS", SYMMETRIC).beside("keyPolicy", policy(STRANGER));
            Item leaving = made(region, "old-demo", "AWS_KMS", SYMMETRIC);
            return List.of(
                    given,
                    shared,
                    later ? leaving.with("keyState", "PendingDeletion").with("enabled", false) : leaving,
                    made(region, "forgotten-import", "EXTERNAL", SYMMETRIC).with("keyState", "PendingImport"));
        }
        return List.of();
    }

    private Item own(String region, String workload) {
        return made(region, workload, "AWS_KMS", SYMMETRIC)
                .tag("team", dice.oneIn(8) ? null : account.team())
                .tag("workload", workload);
    }

    private Item ofAws(String region) {
        return key(region, "aws/s3", SYMMETRIC)
                .with("keyManager", "AWS")
                .with("origin", "AWS_KMS")
                .beside("keyPolicy", policy(account.id()))
                .beside("keyRotationStatus", rotation(true));
    }

    private Item made(String region, String name, String origin, String spec) {
        boolean rotates = origin.equals("AWS_KMS") && spec.equals(SYMMETRIC);
        return key(region, name, spec)
                .with("keyManager", "CUSTOMER")
                .with("origin", origin)
                .beside("keyPolicy", policy(account.id()))
                .beside("keyRotationStatus", rotates ? rotation(dice.good()) : null);
    }

    private Item key(String region, String name, String spec) {
        String id = "%s-0000-4000-8000-%s".formatted(dice.hex(8), dice.hex(12));
        String arn = "arn:aws:kms:%s:%s:key/%s".formatted(region, account.id(), id);
        return new Item(new Scope(account.id(), region, TYPE), id, arn)
                .tag("Name", "alias/" + name)
                .with("keyId", id)
                .with("arn", arn)
                .with("creationDate", daysAgo(dice.between(40, 1500)))
                .with("enabled", true)
                .with("keyState", "Enabled")
                .with("keySpec", spec)
                .with("keyUsage", spec.equals(SYMMETRIC) ? "ENCRYPT_DECRYPT" : "SIGN_VERIFY")
                .with("multiRegion", false)
                .beside("aliases", List.of("alias/" + name));
    }

    private static Map<String, Object> policy(String principal) {
        return Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(Map.of(
                        "Effect", "Allow", "Principal", Map.of("AWS", principal), "Action", "kms:*", "Resource", "*")));
    }

    private static @Nullable Object rotation(boolean on) {
        return on
                ? Map.of("keyRotationEnabled", true, "rotationPeriodInDays", 365L)
                : Map.of("keyRotationEnabled", false);
    }

    private String daysAgo(int days) {
        return now.minus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
