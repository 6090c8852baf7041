package dev.demarc.scanner.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.resource.ResourceConfiguration;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScrubbingTest {
    private static final String TASK = "AWS::ECS::TaskDefinition";

    private final Canonicalizer canonicalizer =
            new Canonicalizer(new KeyedHash("0123456789abcdef".getBytes(StandardCharsets.UTF_8)), Set.of());

    @Test
    void masksACommandWhoseFlagTellsThatTheNextArgumentIsAPassword() {
        assertThat(task("command", List.of("serve", "--password", "hidden1"))).doesNotContain("hidden1");
        assertThat(task("entryPoint", List.of("curl", "-u", "ada:hidden1"))).doesNotContain("hidden1");
        assertThat(task("healthCheck", Map.of("command", List.of("CMD", "psql", "--token", "hidden1"))))
                .doesNotContain("hidden1");
    }

    @Test
    void leavesACommandWithoutASecretReadable() {
        assertThat(task("command", List.of("serve", "--port", "8080"))).contains("--port");
    }

    @Test
    void keepsOnlyTheNamesOfWhatAVolumesDriverIsGiven() {
        Map<String, Object> volume = Map.of("driverOpts", Map.of("o", "username=ada,pass=hidden1"), "driver", "local");

        String task =
                canonical(TASK, Map.of("volumes", List.of(Map.of("dockerVolumeConfiguration", volume))), Map.of());

        assertThat(task).doesNotContain("hidden1").contains("local");
    }

    @Test
    void keepsOnlyTheNamesOfWhatALoadBalancerAddsToSignIns() {
        Map<String, Object> cognito = Map.of(
                "authenticationRequestExtraParams", Map.of("login_hint", "hidden1"), "userPoolDomain", "sign-in");
        Map<String, Object> action = Map.of("type", "authenticate-cognito", "authenticateCognitoConfig", cognito);

        String balancer = canonical(
                "AWS::ElasticLoadBalancingV2::LoadBalancer",
                Map.of(),
                Map.of("listeners", List.of(Map.of("defaultActions", List.of(action)))));

        assertThat(balancer).doesNotContain("hidden1").contains("login_hint", "sign-in");
    }

    @Test
    void hashesTheValuesOfTagsByWhichRulesChoose() {
        Map<String, Object> byTag = Map.of("filter", Map.of("tag", Map.of("key", "customer", "value", "hidden1")));
        Map<String, Object> byTags =
                Map.of("filter", Map.of("and", Map.of("tags", List.of(Map.of("key", "patient", "value", "hidden1")))));

        String bucket = canonical(
                "AWS::S3::Bucket",
                Map.of(),
                Map.of(
                        "bucketLifecycleConfiguration",
                        Map.of("rules", List.of(byTag, byTags)),
                        "replicationConfiguration",
                        Map.of("rules", List.of(byTag, byTags))));
        String plan = canonical(
                "AWS::Backup::BackupPlan",
                Map.of(),
                Map.of(
                        "backupPlan",
                        Map.of("rules", List.of(Map.of("recoveryPointTags", Map.of("customer", "hidden1"))))));

        assertThat(bucket + plan).doesNotContain("hidden1").contains("customer", "patient", "hmac:");
    }

    @Test
    void masksConditionsOnUserAgentsSessionsAndTagsOfAnyService() {
        Map<String, Object> policy = Documents.parse("""
                {"Statement": [{"Condition": {"StringEquals": {"aws:UserAgent": "hidden1", "sts:RoleSessionName": "hidden1",
                "s3:ExistingObjectTag/patient": "hidden1", "aws:RequestTag/team": ["hidden1"], "aws:SourceVpc": "vpc-1"}}}]}
                """);

        String bucket = canonical("AWS::S3::Bucket", Map.of(), Map.of("bucketPolicy", policy));

        assertThat(bucket).doesNotContain("hidden1").contains("s3:ExistingObjectTag/patient", "vpc-1");
    }

    private String task(String member, Object value) {
        return canonical(TASK, Map.of("containerDefinitions", List.of(Map.of(member, value))), Map.of());
    }

    private String canonical(
            String type, Map<String, @Nullable Object> configuration, Map<String, @Nullable Object> supplementary) {
        ResourceConfiguration item = new ResourceConfiguration(
                "111122223333",
                "eu-central-1",
                type,
                "one",
                null,
                null,
                Map.of(),
                Instant.EPOCH,
                configuration,
                supplementary,
                List.of(),
                List.of());
        return new String(Json.bytes(canonicalizer.canonical(item).resource()), StandardCharsets.UTF_8);
    }
}
