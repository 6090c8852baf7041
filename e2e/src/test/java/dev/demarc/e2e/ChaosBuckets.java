package dev.demarc.e2e;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Buckets of which each changes now and then from run to run; some are in all runs, some come and go. */
final class ChaosBuckets {
    static final String TYPE = "AWS::S3::Bucket";

    /** How many are in all runs, the first ones. */
    static final int ALWAYS = 20;

    private static final int MORE = 15;

    /** Runs over all scopes, until a bucket is in another state. */
    private static final int STEADY = 40;

    private ChaosBuckets() {}

    static List<ResourceConfiguration> of(Scope scope, int run, Instant observedAt) {
        int many = ALWAYS + new SplittableRandom(run).nextInt(MORE);
        return IntStream.range(0, many)
                .mapToObj(number -> bucket(scope, number, (run + number * STEADY / ALWAYS) / STEADY, observedAt))
                .toList();
    }

    private static ResourceConfiguration bucket(Scope scope, int number, int state, Instant observedAt) {
        String name = "chaos-%s-%02d".formatted(scope.account(), number);
        SplittableRandom random = new SplittableRandom(state * 100L + number);
        Map<String, Object> supplementary = new HashMap<>();
        supplementary.put(
                "publicAccessBlockConfiguration",
                Map.of(
                        "blockPublicAcls", random.nextBoolean(),
                        "ignorePublicAcls", random.nextBoolean(),
                        "blockPublicPolicy", random.nextBoolean(),
                        "restrictPublicBuckets", random.nextBoolean()));
        supplementary.put(
                "bucketVersioning",
                Map.of("status", random.nextBoolean() ? "Enabled" : "Suspended", "mfaDelete", "Disabled"));
        supplementary.put("bucketPolicy", null);
        supplementary.put("bucketLogging", Map.of());
        return new ResourceConfiguration(
                scope.account(),
                scope.region(),
                TYPE,
                name,
                "arn:aws:s3:::" + name,
                name,
                Map.of("team", "team-" + random.nextInt(3)),
                observedAt,
                Map.of("name", name, "creationDate", "2024-05-01T08:00:00Z", "bucketRegion", scope.region()),
                supplementary,
                List.of(),
                List.of());
    }
}
