package dev.demarc.scanner.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Unread;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanonicalizerTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String GROUP = "AWS::EC2::SecurityGroup";
    private static final String USER = "AWS::IAM::User";

    private final Canonicalizer canonicalizer =
            new Canonicalizer(new KeyedHash("0123456789abcdef".getBytes(StandardCharsets.UTF_8)), Set.of("team"));

    @Test
    void sortsSetsSoThatTheirOrderDoesNotChangeTheDigest() {
        ResourceConfiguration one = canonical(
                item(GROUP, Map.of("ipPermissions", List.of(port(22, "10.0.0.0/8", "::/0"), port(80, "b", "a"))), NOW));
        ResourceConfiguration other = canonical(
                item(GROUP, Map.of("ipPermissions", List.of(port(80, "a", "b"), port(22, "::/0", "10.0.0.0/8"))), NOW));

        assertThat(digest(one)).isEqualTo(digest(other)).matches("2:[0-9a-f]{32}");
    }

    @Test
    void leavesTheTimeOfObservationOutOfTheDigest() {
        ResourceConfiguration early = canonical(item(GROUP, Map.of("groupName", "one"), NOW));
        ResourceConfiguration late = canonical(item(GROUP, Map.of("groupName", "one"), NOW.plusSeconds(9)));

        assertThat(digest(early)).isEqualTo(digest(late));
    }

    @Test
    void changesTheDigestWithAnyValue() {
        ResourceConfiguration one = canonical(item(GROUP, Map.of("groupName", "one"), NOW));
        ResourceConfiguration other = canonical(item(GROUP, Map.of("groupName", "two"), NOW));

        assertThat(digest(one)).isNotEqualTo(digest(other));
    }

    @Test
    void givesDigestsThatOnlyTheDeploymentsKeyCanMake() {
        ResourceConfiguration item = item(GROUP, Map.of("groupName", "one"), NOW);
        Canonicalizer elsewhere =
                new Canonicalizer(new KeyedHash("fedcba9876543210".getBytes(StandardCharsets.UTF_8)), Set.of("team"));

        assertThat(elsewhere.canonical(item).digest()).isNotEqualTo(digest(item));
    }

    @Test
    void writesWhatIsSentOnceAndTheTimeOfObservationLast() {
        CanonicalItem bucket = canonicalizer.canonical(user());

        assertThat(Json.read(bucket.json(), ResourceConfiguration.class)).isEqualTo(bucket.resource());
        assertThat(new String(bucket.json(), StandardCharsets.UTF_8))
                .endsWith(",\"configurationItemCaptureTime\":\"2026-03-01T12:00:00Z\"}");
    }

    @Test
    void leavesOutWhatTheDataOfTheTypeDoesNotName() {
        ResourceConfiguration group = canonical(item(
                GROUP,
                Map.of(
                        "groupName",
                        Map.of("nobody", "knows this"),
                        "nobodyKnows",
                        "hidden",
                        "ipPermissions",
                        List.of(Map.of("fromPort", 22L, "nobodyKnows", "hidden")),
                        "ipPermissionsEgress",
                        List.of("hidden")),
                NOW));

        assertThat(group.configuration()).containsExactly(Map.entry("ipPermissions", List.of(Map.of("fromPort", 22L))));
    }

    @Test
    void letsNothingPassOfATypeWithoutData() {
        ResourceConfiguration unknown = canonical(item("AWS::New::Thing", Map.of("name", "hidden"), NOW));

        assertThat(unknown.configuration()).isEmpty();
        assertThat(unknown.resourceId()).isEqualTo("sg-1");
    }

    @Test
    void tellsAsUnreadOnlyWhatWouldPassIfItWereRead() {
        ResourceConfiguration group =
                canonical(unread("tags", "configuration", "configuration.ipPermissions", "configuration.nobodyKnows"));

        assertThat(group.unread())
                .extracting(Unread::path)
                .containsExactly("tags", "configuration", "configuration.ipPermissions");
    }

    @Test
    void masksADocumentThatNobodyParsed() {
        ResourceConfiguration user = canonical(item(USER, Map.of(), NOW, Map.of("userPolicies", Map.of("one", "{}"))));

        assertThat(user.supplementaryConfiguration()).containsEntry("userPolicies", Map.of("one", "masked"));
    }

    @Test
    void staysTheSameWhenDoneTwice() {
        ResourceConfiguration once = canonical(user());

        assertThat(canonical(once)).isEqualTo(once);
    }

    @Test
    void hashesWhatNamesAPersonAndCutsLastUseToTheDay() {
        ResourceConfiguration user = canonical(user());

        assertThat(user.supplementaryConfiguration().toString())
                .doesNotContain("AKIAEXAMPLE", "mfa/alice")
                .contains("hmac:", "2026-02-03T00:00:00Z")
                .doesNotContain("04:05:06");
    }

    @Test
    void hashesValuesOfTagsThatAreNotKept() {
        ResourceConfiguration bucket = canonical(new ResourceConfiguration(
                "111122223333",
                "eu-central-1",
                "AWS::S3::Bucket",
                "b",
                null,
                null,
                Map.of("Team", "web", "contact", "alice@example.com", "team", "password=hunter22"),
                NOW,
                Map.of("tags", List.of("again")),
                Map.of(),
                List.of(),
                List.of()));

        assertThat(bucket.tags()).containsEntry("Team", "web").containsEntry("team", "masked");
        assertThat(bucket.tags().get("contact")).startsWith("hmac:");
        assertThat(bucket.configuration()).doesNotContainKey("tags");
    }

    @Test
    void masksANameThatLooksLikeASecretAndNoOther() {
        ResourceConfiguration careless = canonical(named("secret=hunter22"));
        ResourceConfiguration careful = canonical(named("settlement-batch"));

        assertThat(careless.resourceName()).isEqualTo("masked");
        assertThat(careful.resourceName()).isEqualTo("settlement-batch");
    }

    @Test
    void masksConditionsThatWorkAsPasswordsButNotThoseThatLetAnythingPass() {
        Map<String, Object> policy = Documents.parse("""
                {"Statement": [{"Condition": {"StringEquals": {"sts:ExternalId": "hidden", "aws:Referer": ["*", "hidden"],
                "aws:PrincipalTag/team": "hidden", "aws:SourceVpc": "vpc-1"}}}]}
                """);

        ResourceConfiguration bucket = canonical(new ResourceConfiguration(
                "111122223333",
                "eu-central-1",
                "AWS::S3::Bucket",
                "b",
                null,
                null,
                Map.of(),
                NOW,
                Map.of(),
                Map.of("bucketPolicy", policy),
                List.of(),
                List.of()));

        assertThat(bucket.supplementaryConfiguration().toString())
                .doesNotContain("hidden")
                .contains("sts:ExternalId=masked", "aws:Referer=[*, masked]", "aws:SourceVpc=vpc-1");
    }

    private ResourceConfiguration canonical(ResourceConfiguration item) {
        return canonicalizer.canonical(item).resource();
    }

    private String digest(ResourceConfiguration item) {
        return canonicalizer.canonical(item).digest();
    }

    private static Map<String, Object> port(long port, String... ranges) {
        return Map.of(
                "fromPort",
                port,
                "ipRanges",
                Stream.of(ranges).map(range -> Map.of("cidrIp", range)).toList());
    }

    private static ResourceConfiguration user() {
        Map<String, @Nullable Object> supplementary = new TreeMap<>();
        supplementary.put("accessKeys", List.of(Map.of("accessKeyId", "AKIAEXAMPLE", "status", "Active")));
        supplementary.put("mfaDevices", List.of(Map.of("serialNumber", "arn:aws:iam::111122223333:mfa/alice")));
        supplementary.put("credentialReport", Map.of("passwordLastUsed", "2026-02-03T04:05:06Z"));
        return new ResourceConfiguration(
                "111122223333",
                "global",
                USER,
                "AIDA1",
                null,
                null,
                Map.of(),
                NOW,
                Map.of(),
                supplementary,
                List.of(),
                List.of());
    }

    private static ResourceConfiguration unread(String... paths) {
        return new ResourceConfiguration(
                "111122223333",
                "eu-central-1",
                GROUP,
                "sg-1",
                null,
                null,
                Map.of(),
                NOW,
                Map.of(),
                Map.of(),
                List.of(),
                Stream.of(paths).map(path -> new Unread(path, "denied", null)).toList());
    }

    private static ResourceConfiguration named(String name) {
        return new ResourceConfiguration(
                "111122223333",
                "eu-central-1",
                "AWS::EC2::Instance",
                "i-1",
                null,
                name,
                Map.of(),
                NOW,
                Map.of(),
                Map.of(),
                List.of(),
                List.of());
    }

    private static ResourceConfiguration item(String type, Map<String, @Nullable Object> configuration, Instant at) {
        return item(type, configuration, at, Map.of());
    }

    private static ResourceConfiguration item(
            String type,
            Map<String, @Nullable Object> configuration,
            Instant at,
            Map<String, @Nullable Object> supplementary) {
        return new ResourceConfiguration(
                "111122223333",
                "eu-central-1",
                type,
                "sg-1",
                null,
                null,
                Map.of(),
                at,
                configuration,
                supplementary,
                List.of(),
                List.of());
    }
}
