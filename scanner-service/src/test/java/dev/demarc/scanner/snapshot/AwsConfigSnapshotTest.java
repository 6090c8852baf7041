package dev.demarc.scanner.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.scanner.collector.AllCollectors;
import dev.demarc.scanner.run.Bus;
import dev.demarc.scanner.scan.LiveScan;
import dev.demarc.scanner.scan.Recorded;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsConfigSnapshotTest {
    private static final String NAME = "111122223333_Config_eu-central-1_ConfigSnapshot_20260301T101112Z_0f2a.json";

    private final Path folder;
    private final Recorded recorded = new Recorded();

    AwsConfigSnapshotTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void bringsABucketWithItsEncodedSettingsIntoTheCanonicalForm() throws IOException {
        importSnapshot(snapshot());

        ResourceConfiguration bucket = recorded.item("shop-data");
        assertThat(bucket.configurationItemCaptureTime()).isEqualTo(Instant.parse("2026-03-01T10:11:12Z"));
        assertThat(bucket.configuration())
                .containsEntry("name", "shop-data")
                .containsEntry("creationDate", "2025-05-06T07:08:09Z");
        assertThat(bucket.supplementaryConfiguration())
                .containsEntry("bucketLifecycleConfiguration", null)
                .doesNotContainKey("ownershipControls")
                .extracting(
                        "bucketPolicy.Version",
                        "publicAccessBlockConfiguration.blockPublicAcls",
                        "bucketVersioning.status",
                        "bucketVersioning.mfaDelete")
                .containsExactly("2012-10-17", true, null, null);
        assertThat(bucket.supplementaryConfiguration().toString())
                .contains("uri=http://acs.amazonaws.com/groups/global/AllUsers", "sseAlgorithm=AES256")
                .doesNotContain("displayName");
    }

    @Test
    void bringsAGroupAnInstanceAndAUserIntoTheCanonicalForm() throws IOException {
        importSnapshot(snapshot());

        assertThat(recorded.item("sg-1").configuration().toString())
                .contains("ipRanges=[{cidrIp=0.0.0.0/0, description=null}]", "fromPort=22");
        assertThat(recorded.item("i-1").configuration())
                .containsEntry("launchTime", "2026-01-02T03:04:05Z")
                .containsEntry("kernelId", null)
                .extracting("state.name")
                .isEqualTo("running");
        ResourceConfiguration user = recorded.item("AIDAEXAMPLE");
        assertThat(user.awsRegion()).isEqualTo("global");
        assertThat(user.supplementaryConfiguration())
                .containsEntry("groups", List.of(Map.of("groupName", "admins")))
                .extracting("userPolicies.own.Version")
                .isEqualTo("2012-10-17");
    }

    @Test
    void leavesDeletedResourcesOutAndCountsWhatItDoesNotRead() throws IOException {
        Survey survey = importSnapshot(snapshot());

        assertThat(recorded.items())
                .extracting(ResourceConfiguration::resourceId)
                .containsExactlyInAnyOrder("shop-data", "sg-1", "i-1", "AIDAEXAMPLE");
        assertThat(survey.foreign()).containsExactly(Map.entry("AWS::EC2::DHCPOptions", 1L));
        assertThat(ends()).extracting(RunEnded::outcome).containsOnly(Outcome.COMPLETE);
    }

    @Test
    void malformedSnapshotCountsNoScopeComplete() throws IOException {
        String text = snapshot();

        Survey survey = importSnapshot(text.substring(0, text.lastIndexOf("AIDAEXAMPLE")));

        assertThat(survey.faults())
                .singleElement()
                .asString()
                .matches("line \\d+: malformed JSON: it ends in the middle of a value");
        assertThat(ends()).isNotEmpty().extracting(RunEnded::outcome).containsOnly(Outcome.FAILED);
    }

    @Test
    void wrongJsonTypesFailOnlyTheirScope() throws IOException {
        Survey survey = importSnapshot(snapshot()
                .replace("\\\"state\\\":{\\\"code\\\":16,\\\"name\\\":\\\"running\\\"}", "\\\"state\\\":[1]"));

        assertThat(survey.faults()).singleElement().asString().endsWith("state is a list; accepted: an object");
        assertThat(ends())
                .filteredOn(end -> end.outcome() == Outcome.FAILED)
                .extracting(end -> end.scope().type())
                .containsExactly("AWS::EC2::Instance");
    }

    private List<RunEnded> ends() {
        return recorded.all(EventType.RUN_ENDED, RunEnded.class);
    }

    private Survey importSnapshot(String text) throws IOException {
        Path file = Files.writeString(folder.resolve(NAME), text);
        return new SnapshotImport(
                        new Bus(recorded.producer()),
                        LiveScan.canonicalizer(),
                        AllCollectors.make(),
                        new EmptyMemory(),
                        Clock.systemUTC())
                .run(file, ImportOptions.NONE, EmptyMemory.before(), ended -> {});
    }

    private static String snapshot() throws IOException {
        try (InputStream file = AwsConfigSnapshotTest.class.getResourceAsStream("/snapshots/aws-config.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
