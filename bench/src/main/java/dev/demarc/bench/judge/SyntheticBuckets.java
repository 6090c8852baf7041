package dev.demarc.bench.judge;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Buckets of about 1.5 kB of JSON that pass sixteen controls of {@link BenchCatalog} and fail four. */
public final class SyntheticBuckets {
    public static final String TYPE = "AWS::S3::Bucket";

    private SyntheticBuckets() {}

    public static ResourceConfiguration bucket(Scope scope, int number, Instant observedAt) {
        String name = "bench-%s-%07d".formatted(scope.account(), number);
        Map<String, Object> supplementary = new HashMap<>();
        supplementary.put("bucketPolicy", tlsOnly(name));
        supplementary.put(
                "publicAccessBlockConfiguration",
                Map.of(
                        "blockPublicAcls", true,
                        "ignorePublicAcls", true,
                        "blockPublicPolicy", true,
                        "restrictPublicBuckets", true));
        supplementary.put("bucketAcl", acl(number));
        supplementary.put("serverSideEncryptionConfiguration", encryption(scope, number));
        supplementary.put("bucketVersioning", Map.of("status", "Enabled", "mfaDelete", "Disabled"));
        supplementary.put(
                "bucketLogging",
                Map.of(
                        "loggingEnabled",
                        Map.of("targetBucket", "access-logs-" + scope.account(), "targetPrefix", name)));
        supplementary.put("bucketLifecycleConfiguration", null);
        supplementary.put("replicationConfiguration", null);
        supplementary.put("objectLockConfiguration", null);
        supplementary.put(
                "ownershipControls", Map.of("rules", List.of(Map.of("objectOwnership", "BucketOwnerEnforced"))));
        return new ResourceConfiguration(
                scope.account(),
                scope.region(),
                TYPE,
                name,
                "arn:aws:s3:::" + name,
                name,
                Map.of(
                        "team",
                        "team-" + number % 5,
                        "workload",
                        "workload-" + number % 40,
                        "environment",
                        "production"),
                observedAt,
                Map.of("name", name, "creationDate", "2024-05-01T08:00:00Z", "bucketRegion", scope.region()),
                supplementary,
                List.of(),
                List.of());
    }

    static byte[] json(ResourceConfiguration bucket) {
        return Json.bytes(bucket);
    }

    private static Map<String, Object> tlsOnly(String name) {
        return Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(Map.of(
                        "Sid", "TlsOnly",
                        "Effect", "Deny",
                        "Principal", "*",
                        "Action", "s3:*",
                        "Resource", List.of("arn:aws:s3:::" + name, "arn:aws:s3:::" + name + "/*"),
                        "Condition", Map.of("Bool", Map.of("aws:SecureTransport", "false")))));
    }

    private static Map<String, Object> acl(int number) {
        String owner = "%064x".formatted(number);
        return Map.of(
                "owner", Map.of("id", owner),
                "grants",
                        List.of(Map.of(
                                "grantee",
                                Map.of("type", "CanonicalUser", "id", owner),
                                "permission",
                                "FULL_CONTROL")));
    }

    private static Map<String, Object> encryption(Scope scope, int number) {
        return Map.of(
                "rules",
                List.of(Map.of(
                        "applyServerSideEncryptionByDefault",
                        Map.of(
                                "sseAlgorithm",
                                "aws:kms",
                                "kmsMasterKeyID",
                                "arn:aws:kms:%s:%s:key/%036d".formatted(scope.region(), scope.account(), number % 7)),
                        "bucketKeyEnabled",
                        true)));
    }
}
