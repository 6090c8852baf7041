package dev.demarc.scanner.snapshot;

import static dev.demarc.scanner.snapshot.ImportedFiles.bucket;
import static dev.demarc.scanner.snapshot.ImportedFiles.configBucket;
import static dev.demarc.scanner.snapshot.ImportedFiles.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.RunBegun;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.ScanProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When what a file says was so, and which of two files counts. */
class ObservationTimesTest {
    private static final String NAMED = "111122223333_Config_eu-west-1_ConfigSnapshot_20260301T101112Z_0f2a.json";

    private final ImportedFiles files;

    ObservationTimesTest(@TempDir Path folder) {
        files = new ImportedFiles(folder);
    }

    @Test
    void aSnapshotHoldsAsOfTheDeliveryInItsName() throws IOException {
        Survey survey = files.file(NAMED, snapshot(configBucket("a", "2020-01-01T00:00:00.000Z")));

        assertThat(begins()).containsExactly(Instant.parse("2026-03-01T10:11:12Z"));
        assertThat(survey.delivery()).contains("observed at 2026-03-01T10:11:12Z, as its name says");
    }

    @Test
    void aRenamedSnapshotHoldsAsOfItsNewestItem() throws IOException {
        Survey survey = files.file(
                "monday.json",
                snapshot(
                        configBucket("old", "2020-01-01T00:00:00.000Z"),
                        configBucket("new", "2026-02-03T04:05:06.000Z"),
                        configBucket("gone", "2026-02-03T04:05:07.000Z").replace("\"OK\"", "\"ResourceDeleted\"")));

        assertThat(begins()).containsExactly(Instant.parse("2026-02-03T04:05:07Z"));
        assertThat(survey.delivery().orElseThrow()).contains("when its newest item was captured");
    }

    @Test
    void aSecondSnapshotIsNewerByItsNewestItemAlthoughItHasOldOnes() throws IOException {
        String first = configBucket("a", "2020-01-01T00:00:00.000Z");
        files.file("monday.json", snapshot(first));

        Survey survey = files.file("tuesday.json", snapshot(first, configBucket("b", "2026-02-03T04:05:06.000Z")));

        assertThat(survey.refused()).isEmpty();
        assertThat(begins()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whatTheUserSaysOfTheDeliveryComesFirst() throws IOException {
        Survey survey = files.observedAt("2026-04-01T00:00:00Z")
                .file(NAMED, snapshot(configBucket("a", "2020-01-01T00:00:00.000Z")));

        assertThat(begins()).containsExactly(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(survey.delivery().orElseThrow()).endsWith("as --observed-at says");
    }

    @Test
    void readsCaptureTimesAsTheApiAnswersThem() throws IOException {
        String item = configBucket("a", "X").replace("\"X\"", "1767312000.5");

        Survey survey = files.file("f.json", "{\"configurationItems\":[" + item + "]}");

        assertThat(survey.faults()).isEmpty();
        assertThat(begins()).containsExactly(Instant.parse("2026-01-02T00:00:00.500Z"));
    }

    @Test
    void asksForATimeWhereNothingTellsOne() throws IOException {
        Survey survey = files.file("f.json", snapshot(configBucket("a", "")));

        assertThat(survey.faults()).singleElement().asString().endsWith("accepted: one, or --observed-at");
    }

    @Test
    void whatWasObservedInTheFutureIsNotTaken() throws IOException {
        Survey survey = files.lines(bucket("a", "2030-01-01T00:00:00Z"), bucket("b", "2026-05-01T00:00:00Z"));

        assertThat(survey.faults())
                .containsExactly("line 1: observed at 2030-01-01T00:00:00Z, which is in the future;"
                        + " accepted: up to 2026-06-02T00:00:00Z");
        assertThat(sent()).containsExactly("b");
        assertThat(files.ends()).extracting(RunEnded::outcome).containsExactly(Outcome.FAILED);
    }

    @Test
    void aSnapshotFromTheFutureIsNotTaken() throws IOException {
        Survey survey = files.observedAt("2030-01-01T00:00:00Z")
                .file(NAMED, snapshot(configBucket("a", "2026-01-01T00:00:00Z")));

        assertThat(survey.faults()).singleElement().asString().contains("in the future");
        assertThat(sent()).isEmpty();
    }

    @Test
    void ofOneIdentityTwiceNeitherIsTakenAndBothAreTold() throws IOException {
        Survey survey = files.lines(
                bucket("a", "2026-05-01T00:00:00Z"),
                bucket("b", "2026-05-01T00:00:00Z"),
                bucket("a", "2026-05-01T00:00:00Z"));

        assertThat(survey.faults())
                .containsExactly("line 3: a stands in line 1, too; accepted: each resource once, so neither is taken");
        assertThat(sent()).containsExactly("b");
        assertThat(files.ends()).extracting(RunEnded::outcome).containsExactly(Outcome.FAILED);
    }

    @Test
    void namesWithTheCharacterNulAreNotTaken() throws IOException {
        Survey survey = files.lines(bucket("a\\u0000b", "2026-05-01T00:00:00Z"));

        assertThat(survey.faults())
                .containsExactly("line 1: resourceId holds the character NUL; accepted: text without it");
        assertThat(sent()).isEmpty();
    }

    @Test
    void clocksMayBeHoursOff() throws IOException {
        Survey survey = files.lines(bucket("a", "2026-06-01T11:00:00Z"));

        assertThat(survey.faults()).isEmpty();
        assertThat(sent()).containsExactly("a");
    }

    @Test
    void aFileWithNothingButFaultsOfAScopeLeavesItAsItIsKnown() throws IOException {
        files.file("good.jsonl", bucket("a", "2026-05-02T00:00:00Z"));

        Survey survey = files.file("bad.jsonl", bucket("b", "2030-05-02T00:00:00Z"));

        assertThat(survey.faults()).hasSize(1);
        assertThat(survey.refused()).isEmpty();
        assertThat(files.ends()).extracting(RunEnded::outcome).containsExactly(Outcome.COMPLETE);
    }

    @Test
    void anOlderListingAfterANewerOneIsRefusedByScope() throws IOException {
        files.file("new.jsonl", bucket("a", "2026-05-02T00:00:00Z"));

        Survey survey = files.file(
                "old.jsonl",
                bucket("b", "2026-05-01T00:00:00Z") + "\n" + bucket("eu-central-1", "c", "2026-05-01T00:00:00Z"));

        assertThat(survey.refused().values())
                .singleElement()
                .asString()
                .startsWith("observed at 2026-05-01T00:00:00Z, before the listing of ")
                .endsWith("new.jsonl (2026-05-02T00:00:00Z), which counts");
        assertThat(sent()).containsExactly("a", "c");
    }

    @Test
    void aSecondListingThatIsAsOldIsRefused() throws IOException {
        files.file("one.jsonl", bucket("a", "2026-05-02T00:00:00Z"));

        Survey survey = files.file("two.jsonl", bucket("b", "2026-05-02T00:00:00Z"));

        assertThat(survey.refused().values())
                .singleElement()
                .asString()
                .startsWith("observed at 2026-05-02T00:00:00Z, as the listing of ");
        assertThat(sent()).containsExactly("a");
    }

    @Test
    void aListingThatIsOlderThanAScanIsRefused() {
        Scope scope = new Scope("111122223333", "eu-west-1", "AWS::S3::Bucket");
        Instant scanned = Instant.parse("2026-05-02T00:00:00Z");
        KnownBefore before = new KnownBefore(
                Map.of(),
                List.of(begun("schedule-2", scope, scanned), begun("schedule-1", scope, scanned.minusSeconds(60))));

        assertThat(before.refusal(scope, scanned.minusSeconds(1)))
                .contains("observed at 2026-05-01T23:59:59Z, before the listing of schedule-2 (2026-05-02T00:00:00Z),"
                        + " which counts");
        assertThat(before.refusal(scope, scanned.plusSeconds(1))).isEmpty();
    }

    @Test
    void tellsSinceWhenAListingCountsSoThatALaterImportKnows() throws IOException {
        files.lines(bucket("a", "2026-05-02T00:00:00Z"));

        assertThat(files.recorded().all(EventType.SCAN_PROGRESS, ScanProgress.class))
                .filteredOn(progress -> progress.phase() == ScanProgress.Phase.BEGUN)
                .extracting(ScanProgress::at)
                .containsExactly(Instant.parse("2026-05-02T00:00:00Z"));
    }

    private static ScanProgress begun(String scan, Scope scope, Instant at) {
        return ScanProgress.of(new RunId(scan, 1), scope, ScanProgress.Phase.BEGUN, at);
    }

    private List<Instant> begins() {
        return files.recorded().all(EventType.RUN_BEGUN, RunBegun.class).stream()
                .map(RunBegun::begunAt)
                .toList();
    }

    private List<String> sent() {
        return files.recorded().items().stream()
                .map(ResourceConfiguration::resourceId)
                .toList();
    }
}
