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

/** S3 buckets, some open to everyone. */
final class Buckets implements Family {
    private static final String TYPE = "AWS::S3::Bucket";
    private static final List<String> PURPOSES = List.of("assets", "backups", "exports", "logs", "uploads", "reports");

    private final SampleAccount account;
    private final Dice dice;
    private final Instant now;

    Buckets(SampleAccount account, Dice dice, Instant now) {
        this.account = account;
        this.dice = dice;
        this.now = now;
    }

    @Override
    public Set<String> types(String region) {
        return region.equals(Scope.GLOBAL) ? Set.of() : Set.of(TYPE);
    }

    @Override
    public List<Item> items(String region, boolean later) {
        List<Item> all = new ArrayList<>();
        if (region.equals(Scope.GLOBAL)) {
            return all;
        }
        all.add(madeByElasticBeanstalk(region));
        for (int number = 1; number <= 5 * SampleAccount.size(region); number++) {
            all.add(bucket(region, number));
        }
        if (account.equals(SampleAccount.SECURITY)) {
            all.get(1).denied("bucketPolicy", "s3:GetBucketPolicy");
        }
        if (later && region.equals(SampleAccount.REGIONS.get(2))) {
            all.get(1).beside("bucketVersioning", versioning(true, false));
        }
        return all;
    }

    @Override
    public List<Item> scenarios(boolean later) {
        String home = SampleAccount.REGIONS.get(0);
        if (account.equals(SampleAccount.RETAIL)) {
            Item exports = publiclyReadable(home, "retail-web-prod-customer-exports", "retail");
            Item leaflet = publiclyReadable(home, "retail-web-prod-spring-leaflet", null);
            return List.of(exports, later ? leaflet.beside("bucketPolicy", null) : leaflet);
        }
        if (account.equals(SampleAccount.DATA_LAKE)) {
            return List.of(
                    publiclyReadable(home, "data-lake-prod-open-data", "data").tag("data-classification", "public"));
        }
        return account.equals(SampleAccount.SANDBOX)
                ? List.of(publiclyWritable(home, "sandbox-dev-letter-box"))
                : List.of();
    }

    private Item bucket(String region, int number) {
        String workload = dice.of(account.workloads());
        String purpose = dice.of(PURPOSES);
        String name = "%s-%s-%s-%s-%02d".formatted(account.name(), workload, purpose, region, number);
        boolean blocked = dice.good();
        return new Item(new Scope(account.id(), region, TYPE), name, "arn:aws:s3:::" + name)
                .tag("team", dice.oneIn(9) ? null : account.team())
                .tag("workload", workload)
                .tag("data-classification", classification(purpose))
                .with("name", name)
                .with("bucketRegion", region)
                .with("creationDate", daysAgo(dice.between(30, 1500)))
                .beside("bucketPolicy", tlsOnly(name, dice.good()))
                .beside("publicAccessBlockConfiguration", blocked ? blockAll() : null)
                .beside("accountPublicAccessBlockConfiguration", account.blocksPublicBuckets() ? blockAll() : null)
                .beside("organization", AccountFacts.ORGANIZATION)
                .beside("organizationS3Policy", account.underS3Policy() ? AccountFacts.S3_POLICY : null)
                .beside("bucketAcl", privateAcl())
                .beside("serverSideEncryptionConfiguration", encryption(purpose, dice.good()))
                .beside("bucketVersioning", versioning(dice.good(), dice.oneIn(15)))
                .beside("bucketLogging", logging(dice.good(), name))
                .beside("bucketLifecycleConfiguration", dice.good() ? lifecycle() : null)
                .beside("replicationConfiguration", null)
                .beside("objectLockConfiguration", null)
                .beside("ownershipControls", ownership(dice.good()));
    }

    /** A bucket that AWS made for one of its services. */
    private Item madeByElasticBeanstalk(String region) {
        String name = "elasticbeanstalk-" + region + "-" + account.id();
        return bucket(region, 0).renamed(name, "arn:aws:s3:::" + name).with("name", name);
    }

    /** Scenario S1: sensitive data in a bucket that everyone can read. */
    private Item publiclyReadable(String region, String name, @Nullable String team) {
        return bucket(region, 99)
                .renamed(name, "arn:aws:s3:::" + name)
                .with("name", name)
                .tag("team", team)
                .tag("data-classification", "confidential")
                .beside("publicAccessBlockConfiguration", null)
                .beside("accountPublicAccessBlockConfiguration", null)
                .beside("bucketPolicy", publicly("s3:GetObject", name));
    }

    /** A letter box that strangers can put anything into; what is old goes. */
    private Item publiclyWritable(String region, String name) {
        return publiclyReadable(region, name, null)
                .tag("data-classification", "internal")
                .beside("bucketVersioning", versioning(false, false))
                .beside("bucketLifecycleConfiguration", lifecycle())
                .beside("bucketPolicy", publicly("s3:PutObject", name));
    }

    static Map<String, Object> blockAll() {
        return Map.of(
                "blockPublicAcls", true,
                "ignorePublicAcls", true,
                "blockPublicPolicy", true,
                "restrictPublicBuckets", true);
    }

    private static Map<String, Object> publicly(String action, String name) {
        return policy(Map.of(
                "Sid", "Anyone",
                "Effect", "Allow",
                "Principal", "*",
                "Action", action,
                "Resource", "arn:aws:s3:::" + name + "/*"));
    }

    private static @Nullable Map<String, Object> tlsOnly(String name, boolean required) {
        return required
                ? policy(Map.of(
                        "Sid", "TlsOnly",
                        "Effect", "Deny",
                        "Principal", "*",
                        "Action", "s3:*",
                        "Resource", List.of("arn:aws:s3:::" + name, "arn:aws:s3:::" + name + "/*"),
                        "Condition", Map.of("Bool", Map.of("aws:SecureTransport", "false"))))
                : null;
    }

    private static Map<String, Object> policy(Map<String, Object> statement) {
        return Map.of("Version", "2012-10-17", "Statement", List.of(statement));
    }

    private static String classification(String purpose) {
        return switch (purpose) {
            case "assets" -> "public";
            case "backups" -> "restricted";
            default -> "internal";
        };
    }

    private Map<String, Object> privateAcl() {
        String owner = account.id() + "0".repeat(52);
        return Map.of(
                "owner", Map.of("id", owner),
                "grants",
                        List.of(Map.of(
                                "grantee",
                                Map.of("type", "CanonicalUser", "id", owner),
                                "permission",
                                "FULL_CONTROL")));
    }

    private Map<String, Object> encryption(String purpose, boolean ownKey) {
        boolean twice = purpose.equals("backups") && account.quality() > 0.9;
        Map<String, Object> byDefault = ownKey
                ? Map.of(
                        "sseAlgorithm",
                        twice ? "aws:kms:dsse" : "aws:kms",
                        "kmsMasterKeyID",
                        "arn:aws:kms:eu-central-1:" + account.id() + ":key/" + dice.hex(8))
                : Map.of("sseAlgorithm", "AES256");
        return Map.of(
                "rules", List.of(Map.of("applyServerSideEncryptionByDefault", byDefault, "bucketKeyEnabled", ownKey)));
    }

    /** A bucket that never kept versions has neither status nor protection. */
    private static Map<String, @Nullable Object> versioning(boolean on, boolean protectedByMfa) {
        Map<String, @Nullable Object> versioning = new LinkedHashMap<>();
        versioning.put("status", on ? "Enabled" : null);
        versioning.put("mfaDelete", protectedByMfa ? "Enabled" : null);
        return versioning;
    }

    private static Map<String, @Nullable Object> logging(boolean on, String name) {
        Map<String, @Nullable Object> logging = new LinkedHashMap<>();
        logging.put("loggingEnabled", on ? Map.of("targetBucket", "access-logs", "targetPrefix", name + "/") : null);
        return logging;
    }

    private static Map<String, Object> lifecycle() {
        return Map.of("rules", List.of(Map.of("id", "expire-old-versions", "status", "Enabled")));
    }

    private static Map<String, Object> ownership(boolean enforced) {
        return Map.of(
                "rules", List.of(Map.of("objectOwnership", enforced ? "BucketOwnerEnforced" : "BucketOwnerPreferred")));
    }

    private String daysAgo(int days) {
        return now.minus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
