package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Log groups, detectors of threats and mail: what people should read and answer. */
final class Watch implements Family {
    static final String DETECTOR = "AWS::GuardDuty::Detector";
    private static final String LOG_GROUP = "AWS::Logs::LogGroup";
    private static final String MAIL = "AWS::WorkMail::Organization";
    private static final List<String> WATCHED = SampleAccount.REGIONS.subList(0, 2);
    private static final String MAIL_REGION = "eu-west-1";

    private final SampleAccount account;
    private final Dice dice;

    Watch(SampleAccount account) {
        this.account = account;
        this.dice = new Dice(account.id() + "/watch", account.quality());
    }

    @Override
    public Set<String> types(String region) {
        return region.equals(Scope.GLOBAL) ? Set.of() : Set.of(DETECTOR, LOG_GROUP, MAIL);
    }

    @Override
    public List<Item> items(String region, boolean later) {
        if (!WATCHED.contains(region)) {
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        account.workloads().forEach(workload -> items.add(logGroup(region, "/" + account.name() + "/" + workload)));
        if (!account.equals(SampleAccount.SANDBOX)) {
            items.add(detector(region));
        }
        if (region.equals(MAIL_REGION) && account.equals(SampleAccount.RETAIL)) {
            items.add(mail(region, "retail", "IDENTITY_PROVIDER_ONLY", "DENY"));
        }
        if (region.equals(MAIL_REGION) && account.equals(SampleAccount.SANDBOX)) {
            items.add(mail(region, "demo", null, "ALLOW"));
        }
        return items;
    }

    private Item logGroup(String region, String name) {
        boolean key = dice.good();
        return item(region, LOG_GROUP, name, "logs", "log-group:" + name)
                .with("logGroupName", name)
                .with("logGroupClass", "STANDARD")
                .with("retentionInDays", dice.good() ? 365L : 14L)
                .with("kmsKeyId", key ? "arn:aws:kms:%s:%s:key/logs".formatted(region, account.id()) : null);
    }

    private Item detector(String region) {
        String id = dice.hex(32);
        return item(region, DETECTOR, id, "guardduty", "detector/" + id)
                .with("status", dice.oneIn(8) ? "DISABLED" : "ENABLED")
                .with("findingPublishingFrequency", "FIFTEEN_MINUTES")
                .with("features", List.of(feature("EBS_MALWARE_PROTECTION"), feature("S3_DATA_EVENTS")))
                .beside("hasOpenHighFindings", !dice.good());
    }

    private Map<String, Object> feature(String name) {
        return Map.of("name", name, "status", dice.good() ? "ENABLED" : "DISABLED");
    }

    private Item mail(String region, String alias, @Nullable String mode, String effect) {
        String id = "m-" + dice.hex(32);
        return item(region, MAIL, id, "workmail", "organization/" + id)
                .tag("Name", alias)
                .with("organizationId", id)
                .with("alias", alias)
                .with("state", "Active")
                .beside("identityProvider", mode == null ? null : Map.of("authenticationMode", mode))
                .beside(
                        "accessControlRules",
                        List.of(Map.of(
                                "name", "Default", "effect", effect, "ipRanges", List.of(), "actions", List.of())));
    }

    private Item item(String region, String type, String id, String service, String resource) {
        return new Item(
                        new Scope(account.id(), region, type),
                        id,
                        "arn:aws:%s:%s:%s:%s".formatted(service, region, account.id(), resource))
                .tag("team", dice.oneIn(9) ? null : account.team());
    }
}
