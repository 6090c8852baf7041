package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables, disks, file systems and the vaults that hold their copies. */
final class Storage implements Family {
    private static final String TABLE = "AWS::DynamoDB::Table";
    static final String VOLUME = "AWS::EC2::Volume";
    private static final String FILE_SYSTEM = "AWS::EFS::FileSystem";
    private static final String VAULT = "AWS::Backup::BackupVault";
    static final String PLAN = "AWS::Backup::BackupPlan";
    private static final String STRANGER = "000000009999";

    private final SampleAccount account;
    private final Dice dice;
    private final Instant now;

    Storage(SampleAccount account, Instant now) {
        this.account = account;
        this.dice = new Dice(account.id() + "/storage", account.quality());
        this.now = now;
    }

    @Override
    public Set<String> types(String region) {
        return region.equals(Scope.GLOBAL) ? Set.of() : Set.of(TABLE, VOLUME, FILE_SYSTEM, VAULT, PLAN);
    }

    @Override
    public List<Item> items(String region, boolean later) {
        List<Item> all = new ArrayList<>();
        if (region.equals(SampleAccount.REGIONS.get(0))) {
            all.add(table(region, 1));
            all.add(table(region, 2));
            all.add(volume(region, 1, later));
            all.add(volume(region, 2, later));
            all.add(fileSystem(region));
            all.add(vault(region));
            all.add(plan(region));
            all.addAll(special(region, later));
        } else if (region.equals(SampleAccount.REGIONS.get(1))) {
            all.add(table(region, 1));
            all.add(volume(region, 1, later));
        }
        return all;
    }

    private List<Item> special(String region, boolean later) {
        if (account.equals(SampleAccount.RETAIL)) {
            return List.of(table(region, 9)
                    .beside("resourcePolicy", policy(Map.of("AWS", root(STRANGER)), "dynamodb:GetItem")));
        }
        if (account.equals(SampleAccount.SANDBOX)) {
            String outpost = "arn:aws:outposts:%s:%s:outpost/op-%s".formatted(region, account.id(), dice.hex(17));
            return List.of(
                    volume(region, 9, later).with("outpostArn", outpost),
                    table(region, 9).beside("resourcePolicy", policy(Map.of("AWS", root(account.id())), "dynamodb:*")),
                    plan(region).beside("selections", List.of()),
                    vault(region)
                            .renamed("keyless", arn(region, "backup", "backup-vault:keyless"))
                            .with("backupVaultName", "keyless")
                            .with("encryptionKeyArn", null));
        }
        if (account.equals(SampleAccount.PAYMENTS)) {
            return List.of(table(region, 9)
                    .beside("resourcePolicy", policy(Map.of("AWS", root(account.id())), "dynamodb:GetItem")));
        }
        return List.of();
    }

    private Item table(String region, int number) {
        String workload = dice.of(account.workloads());
        String name = "%s-items-%02d".formatted(workload, number);
        Item table = owned(region, TABLE, name, arn(region, "dynamodb", "table/" + name), workload)
                .with("tableName", name)
                .with("tableStatus", "ACTIVE")
                .with("creationDateTime", day(dice.between(60, 1200)));
        boolean ownKey = dice.good();
        return table.with("sseDescription", ownKey ? tableKey(region) : null)
                .with("deletionProtectionEnabled", dice.good())
                .beside("keyManager", ownKey ? "CUSTOMER" : null)
                .beside("continuousBackupsDescription", recovery(dice.good()))
                .beside("resourcePolicy", null);
    }

    private Item volume(String region, int number, boolean later) {
        String id = "vol-" + dice.hex(17);
        String workload = dice.of(account.workloads());
        boolean snapshot = dice.good();
        boolean planned = dice.good();
        String copied = day(later ? 0 : 1);
        return owned(region, VOLUME, id, arn(region, "ec2", "volume/" + id), workload)
                .tag("Name", "%s-data-%02d".formatted(workload, number))
                .with("volumeId", id)
                .with("state", dice.oneIn(8) ? "available" : "in-use")
                .with("size", (long) dice.between(8, 500))
                .with("volumeType", "gp3")
                .with("encrypted", dice.good())
                .with("kmsKeyId", null)
                .with("outpostArn", null)
                .beside("newestSnapshot", snapshot ? Map.of("startTime", copied, "encrypted", true) : null)
                .beside("protectedResource", planned ? Map.of("lastBackupTime", copied) : null);
    }

    private Item fileSystem(String region) {
        String id = "fs-" + dice.hex(17);
        String workload = dice.of(account.workloads());
        return owned(region, FILE_SYSTEM, id, arn(region, "elasticfilesystem", "file-system/" + id), workload)
                .tag("Name", workload + "-shared")
                .with("fileSystemId", id)
                .with("encrypted", dice.good())
                .with("kmsKeyId", null)
                .with("availabilityZoneName", account.equals(SampleAccount.BUILD) ? region + "a" : null)
                .beside("fileSystemPolicy", dice.good() ? tlsOnly() : null)
                .beside("backupPolicy", dice.good() ? Map.of("status", "ENABLED") : null)
                .beside("protectedResource", null)
                .beside("mountTargets", List.of());
    }

    private Item vault(String region) {
        boolean locked = dice.good();
        return owned(region, VAULT, "safe", arn(region, "backup", "backup-vault:safe"), "backup")
                .with("backupVaultName", "safe")
                .with("encryptionKeyArn", key(region))
                .with("locked", locked)
                .with("minRetentionDays", locked ? 30L : null)
                .with("lockDate", locked ? day(90) : null)
                .beside("accessPolicy", null);
    }

    private Item plan(String region) {
        String id = dice.hex(8) + "-daily";
        return owned(region, PLAN, id, arn(region, "backup", "backup-plan:" + id), "backup")
                .tag("Name", "daily")
                .with("backupPlanId", id)
                .with("backupPlanName", "daily")
                .beside("backupPlan", Map.of("rules", List.of(Map.of("ruleName", "nightly"))))
                .beside("selections", dice.good() ? List.of(Map.of("selectionName", "tagged")) : List.of());
    }

    private Item owned(String region, String type, String id, String arn, String workload) {
        return new Item(new Scope(account.id(), region, type), id, arn)
                .tag("team", dice.oneIn(9) ? null : account.team())
                .tag("workload", workload);
    }

    private String arn(String region, String service, String name) {
        return "arn:aws:%s:%s:%s:%s".formatted(service, region, account.id(), name);
    }

    private static String root(String accountId) {
        return "arn:aws:iam::%s:root".formatted(accountId);
    }

    private String key(String region) {
        return arn(region, "kms", "key/" + dice.hex(8));
    }

    private Map<String, Object> tableKey(String region) {
        return Map.of("status", "ENABLED", "sseType", "KMS", "kmsMasterKeyArn", key(region));
    }

    private static Map<String, Object> recovery(boolean on) {
        return Map.of(
                "continuousBackupsStatus",
                "ENABLED",
                "pointInTimeRecoveryDescription",
                Map.of("pointInTimeRecoveryStatus", on ? "ENABLED" : "DISABLED"));
    }

    private static Map<String, Object> policy(Object principal, String action) {
        return Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(Map.of("Effect", "Allow", "Principal", principal, "Action", action, "Resource", "*")));
    }

    private static Map<String, Object> tlsOnly() {
        return Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(Map.of(
                        "Effect",
                        "Deny",
                        "Principal",
                        Map.of("AWS", "*"),
                        "Action",
                        "*",
                        "Resource",
                        "*",
                        "Condition",
                        Map.of("Bool", Map.of("aws:SecureTransport", "false")))));
    }

    private String day(int ago) {
        return now.minus(ago, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS).toString();
    }
}
