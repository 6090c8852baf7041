package dev.demarc.local.sample;

import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** RDS databases, alone and in Aurora clusters, some of which nobody upgrades. */
final class Databases implements Family {
    private static final String INSTANCE = "AWS::RDS::DBInstance";
    private static final String CLUSTER = "AWS::RDS::DBCluster";
    private static final List<String> ENGINES = List.of("postgres", "mysql", "mariadb", "sqlserver-se");
    private static final List<String> LATER_REGIONS = SampleAccount.REGIONS.subList(1, 3);

    private final SampleAccount account;
    private final Dice dice;
    private final Instant now;

    Databases(SampleAccount account, Instant now) {
        this.account = account;
        this.dice = new Dice(account.id() + "/databases", account.quality());
        this.now = now;
    }

    @Override
    public Set<String> types(String region) {
        return region.equals(Scope.GLOBAL) ? Set.of() : Set.of(INSTANCE, CLUSTER);
    }

    @Override
    public List<Item> items(String region, boolean later) {
        List<Item> all = new ArrayList<>();
        if (region.equals(SampleAccount.REGIONS.get(0))) {
            for (int number = 1; number <= 3; number++) {
                all.add(alone(region, number));
            }
            all.addAll(clustered(region));
            all.addAll(special(region, later));
            if (later && account.equals(SampleAccount.DATA_LAKE)) {
                takeUpgradesFromAws(all);
            }
        } else if (LATER_REGIONS.contains(region)) {
            all.add(alone(region, 1));
        }
        return all;
    }

    /** In the data lake people take the upgrades of a database from AWS. */
    private static void takeUpgradesFromAws(List<Item> databases) {
        databases.stream()
                .filter(item -> item.scope().type().equals(INSTANCE))
                .filter(item -> Boolean.TRUE.equals(item.said("autoMinorVersionUpgrade")))
                .findFirst()
                .orElseThrow()
                .with("autoMinorVersionUpgrade", false);
    }

    private List<Item> special(String region, boolean later) {
        List<Item> all = new ArrayList<>();
        if (account.equals(SampleAccount.RETAIL)) {
            all.add(alone(region, 11).beside("pendingMaintenanceActions", List.of(pending("system-update", null))));
            all.add(alone(region, 12).with("publiclyAccessible", true).tag("team", null));
        }
        if (account.equals(SampleAccount.PAYMENTS)) {
            String date = day(later ? 3 : 10);
            all.add(alone(region, 11)
                    .with("autoMinorVersionUpgrade", true)
                    .beside("pendingMaintenanceActions", List.of(pending("db-upgrade", date))));
            Item disputes = alone(region, 12).tag("Name", "disputes-db").tag("workload", "disputes");
            if (later) {
                all.add(disputes);
            }
        }
        if (account.equals(SampleAccount.BUILD)) {
            all.add(alone(region, 11)
                    .with("engine", "custom-sqlserver-se")
                    .with("engineVersion", "15.00.4410.1.v1")
                    .with("autoMinorVersionUpgrade", false)
                    .beside("engineVersion", null));
        }
        if (account.equals(SampleAccount.SANDBOX)) {
            all.add(alone(region, 11).with("dbSubnetGroup", onOutpost(region)));
            all.add(alone(region, 12)
                    .with("engine", "mysql")
                    .with("engineVersion", "5.7.38")
                    .beside("engineVersion", status("mysql", "5.7.38", "deprecated"))
                    .with("certificateDetails", certificate(12)));
        }
        if (account.equals(SampleAccount.SECURITY)) {
            all.add(alone(region, 11).denied("pendingMaintenanceActions", "rds:DescribePendingMaintenanceActions"));
        }
        return all;
    }

    private Item alone(String region, int number) {
        String workload = dice.of(account.workloads());
        String engine = dice.of(ENGINES);
        return instance(region, "%s-%02d".formatted(workload, number), workload, engine)
                .with("autoMinorVersionUpgrade", dice.good())
                .with("dbClusterIdentifier", null)
                .with("multiAZ", dice.good())
                .with("deletionProtection", dice.good())
                .with("masterUserSecret", dice.good() ? secret(region) : null)
                .beside("parameters", List.of(transport(engine, dice.good())))
                .beside("cluster", null);
    }

    private Item instance(String region, String name, String workload, String engine) {
        String version = engine.contains("postgres") ? "16.4" : "8.0.39";
        String id = "db-" + dice.hex(26).toUpperCase(Locale.ROOT);
        return new Item(
                        new Scope(account.id(), region, INSTANCE),
                        id,
                        "arn:aws:rds:%s:%s:db:%s".formatted(region, account.id(), name))
                .tag("Name", name)
                .tag("team", dice.oneIn(9) ? null : account.team())
                .tag("workload", workload)
                .tag("data-classification", dice.good() ? "confidential" : null)
                .with("dbInstanceIdentifier", name)
                .with("dbiResourceId", id)
                .with("dbInstanceClass", dice.of(List.of("db.t4g.medium", "db.r6g.large", "db.m6g.xlarge")))
                .with("dbInstanceStatus", "available")
                .with("engine", engine)
                .with("engineVersion", version)
                .with("publiclyAccessible", !dice.good() && dice.oneIn(4))
                .with("storageEncrypted", dice.good())
                .with("kmsKeyId", null)
                .with("iamDatabaseAuthenticationEnabled", dice.good())
                .with("backupRetentionPeriod", dice.good() ? 14L : 1L)
                .with("readReplicaSourceDBInstanceIdentifier", null)
                .with("enabledCloudwatchLogsExports", dice.good() ? List.of("error") : List.of())
                .with("certificateDetails", certificate(400 + dice.between(0, 300)))
                .with("dbSubnetGroup", null)
                .with("instanceCreateTime", day(-dice.between(60, 1200)))
                .with("vpcSecurityGroups", List.of(Map.of("vpcSecurityGroupId", "sg-" + dice.hex(17))))
                .beside("masterUsernameIsDefault", !dice.good())
                .beside("pendingMaintenanceActions", List.of())
                .beside("engineVersion", status(engine, version, "available"));
    }

    /** An Aurora cluster with two members; a member with upgrades off holds both back. */
    private List<Item> clustered(String region) {
        String workload = dice.of(account.workloads());
        String name = workload + "-aurora";
        boolean second = dice.good();
        List<Map<String, Object>> members = List.of(member(name + "-1", true), member(name + "-2", second));
        boolean zones = dice.good();
        boolean kept = account.quality() > 0.6 && dice.good();
        Item cluster = cluster(region, name, workload)
                .with("multiAZ", zones)
                .with("deletionProtection", kept)
                .beside("members", members);
        Map<String, Object> joined = Map.of(
                "dbClusterIdentifier",
                name,
                "autoMinorVersionUpgrade",
                true,
                "multiAZ",
                zones,
                "deletionProtection",
                kept,
                "members",
                members);
        return List.of(
                cluster,
                ofCluster(region, name + "-1", workload, joined).with("autoMinorVersionUpgrade", true),
                ofCluster(region, name + "-2", workload, joined).with("autoMinorVersionUpgrade", second));
    }

    private Item ofCluster(String region, String name, String workload, Map<String, Object> cluster) {
        return instance(region, name, workload, "aurora-postgresql")
                .with("dbClusterIdentifier", cluster.get("dbClusterIdentifier"))
                .with("multiAZ", false)
                .with("deletionProtection", false)
                .with("masterUserSecret", null)
                .beside("parameters", List.of())
                .beside("cluster", cluster);
    }

    private Item cluster(String region, String name, String workload) {
        String id = "cluster-" + dice.hex(26).toUpperCase(Locale.ROOT);
        return new Item(
                        new Scope(account.id(), region, CLUSTER),
                        id,
                        "arn:aws:rds:%s:%s:cluster:%s".formatted(region, account.id(), name))
                .tag("Name", name)
                .tag("team", account.team())
                .tag("workload", workload)
                .with("dbClusterIdentifier", name)
                .with("dbClusterResourceId", id)
                .with("engine", "aurora-postgresql")
                .with("engineVersion", "16.4")
                .with("autoMinorVersionUpgrade", true)
                .with("storageEncrypted", dice.good())
                .with("kmsKeyId", null)
                .beside("masterUsernameIsDefault", !dice.good())
                .beside("pendingMaintenanceActions", List.of())
                .beside("engineVersion", status("aurora-postgresql", "16.4", "available"))
                .beside("parameters", List.of(transport("aurora-postgresql", dice.good())));
    }

    private static Map<String, Object> member(String name, boolean upgraded) {
        return Map.of("dbInstanceIdentifier", name, "autoMinorVersionUpgrade", upgraded);
    }

    private static Map<String, Object> transport(String engine, boolean demanded) {
        boolean force = engine.contains("postgres") || engine.startsWith("sqlserver");
        return Map.of(
                "parameterName",
                force ? "rds.force_ssl" : "require_secure_transport",
                "parameterValue",
                demanded ? "1" : "0");
    }

    private static Map<String, Object> status(String engine, String version, String status) {
        return Map.of("engine", engine, "engineVersion", version, "status", status);
    }

    private static Map<String, Object> pending(String action, @Nullable String date) {
        return date == null ? Map.of("action", action) : Map.of("action", action, "currentApplyDate", date);
    }

    private Map<String, Object> secret(String region) {
        String arn = "arn:aws:secretsmanager:%s:%s:secret:rds-%s".formatted(region, account.id(), dice.hex(12));
        return Map.of("secretArn", arn, "secretStatus", "active");
    }

    private Map<String, Object> certificate(int days) {
        return Map.of("caIdentifier", "rds-ca-rsa2048-g1", "validTill", day(days));
    }

    private Map<String, Object> onOutpost(String region) {
        String arn = "arn:aws:outposts:%s:%s:outpost/op-%s".formatted(region, account.id(), dice.hex(17));
        return Map.of("subnets", List.of(Map.of("subnetOutpost", Map.of("arn", arn))));
    }

    private String day(int ahead) {
        return now.plus(ahead, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
