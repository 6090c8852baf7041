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

/** Secrets of programs and databases, and the modules of those that keep their keys themselves. */
final class Secrets implements Family {
    private static final String SECRET = "AWS::SecretsManager::Secret";
    private static final String CLUSTER = "AWS::CloudHSM::Cluster";

    private final SampleAccount account;
    private final Instant now;
    private final Dice dice;

    Secrets(SampleAccount account, Instant now) {
        this.account = account;
        this.now = now;
        this.dice = new Dice(account.id() + "/secrets", account.quality());
    }

    @Override
    public Set<String> types(String region) {
        return region.equals(Scope.GLOBAL) ? Set.of() : Set.of(SECRET, CLUSTER);
    }

    @Override
    public List<Item> items(String region, boolean later) {
        if (!region.equals(SampleAccount.REGIONS.get(0))) {
            return List.of();
        }
        String workload = account.workloads().get(0);
        List<Item> items = new ArrayList<>(List.of(
                secret(region, workload + "/api-key", null, dice.good(), 20, 1),
                secret(region, "rds!db-" + workload, "rds", true, 5, 0)));
        if (account.equals(SampleAccount.SANDBOX)) {
            items.add(
                    secret(region, "old-demo/password", null, true, 200, 300).beside("resourcePolicy", forEveryone()));
            items.add(cluster(region, "trial", List.of("a"), "7", null));
        }
        if (account.equals(SampleAccount.PAYMENTS)) {
            items.add(cluster(region, "cards", List.of("a", "b"), "365", daysAgo(1)));
        }
        return items;
    }

    private Item secret(
            String region, String name, @Nullable String owner, boolean rotates, int rotatedAgo, int readAgo) {
        String arn = "arn:aws:secretsmanager:%s:%s:secret:%s-%s".formatted(region, account.id(), name, dice.hex(6));
        return new Item(new Scope(account.id(), region, SECRET), arn, arn)
                .tag("Name", name)
                .tag("team", account.team())
                .with("arn", arn)
                .with("name", name)
                .with("owningService", owner)
                .with("createdDate", daysAgo(400))
                .with("lastAccessedDate", daysAgo(readAgo))
                .with("rotationEnabled", rotates)
                .with("rotationRules", rotates ? Map.of("automaticallyAfterDays", 30L) : null)
                .with("lastRotatedDate", rotates ? daysAgo(rotatedAgo) : null)
                .beside("resourcePolicy", null);
    }

    private static Map<String, Object> forEveryone() {
        return Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(Map.of(
                        "Effect",
                        "Allow",
                        "Principal",
                        "*",
                        "Action",
                        "secretsmanager:GetSecretValue",
                        "Resource",
                        "*")));
    }

    private Item cluster(
            String region, String name, List<String> zones, String backupDays, @Nullable String newestBackup) {
        String id = "cluster-" + dice.hex(11);
        List<Object> modules = new ArrayList<>();
        zones.forEach(zone -> modules.add(
                Map.of("hsmId", "hsm-" + dice.hex(11), "availabilityZone", region + zone, "state", "ACTIVE")));
        return new Item(
                        new Scope(account.id(), region, CLUSTER),
                        id,
                        "arn:aws:cloudhsm:%s:%s:cluster/%s".formatted(region, account.id(), id))
                .tag("Name", name)
                .tag("team", account.team())
                .with("clusterId", id)
                .with("hsmType", "hsm2m.medium")
                .with("state", "ACTIVE")
                .with("hsms", modules)
                .with("backupRetentionPolicy", Map.of("type", "DAYS", "value", backupDays))
                .beside("newestBackup", newestBackup == null ? null : backup(newestBackup));
    }

    private static Map<String, Object> backup(String made) {
        Map<String, Object> backup = new LinkedHashMap<>();
        backup.put("backupState", "READY");
        backup.put("createTimestamp", made);
        backup.put("neverExpires", false);
        return backup;
    }

    private String daysAgo(int days) {
        return now.minus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS).toString();
    }
}
