package dev.demarc.scanner.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.RunBegun;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.scan.Account;
import dev.demarc.scanner.collector.AllCollectors;
import dev.demarc.scanner.run.Bus;
import dev.demarc.scanner.scan.LiveScan;
import dev.demarc.scanner.scan.Recorded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotImportTest {
    private static final String ITEM =
            "{\"accountId\":\"111122223333\",\"awsRegion\":\"%s\",\"resourceType\":\"%s\",\"resourceId\":\"%s\",\"configurationItemCaptureTime\":\"%s\",\"configuration\":%s}";

    private final Path folder;
    private final Recorded recorded = new Recorded();

    SnapshotImportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void bringsEachScopeOfAFileOntoTheBusAsOneCompleteRun() throws IOException {
        importLines(
                "{\"account\":{\"id\":\"111122223333\",\"name\":\"Shop\",\"organization\":\"o-1\",\"ouPath\":[\"Prod\"],\"status\":\"ACTIVE\",\"enabledRegions\":[\"eu-west-1\"]}}",
                bucket("eu-west-1", "a", "2026-01-02T00:00:00Z"),
                bucket("eu-central-1", "b", "2026-01-01T00:00:00Z"),
                bucket("eu-west-1", "c", "2026-01-01T00:00:00Z"));

        assertThat(ends()).extracting(RunEnded::outcome).containsOnly(Outcome.COMPLETE);
        assertThat(ends()).extracting(RunEnded::count).containsExactlyInAnyOrder(2L, 1L);
        assertThat(recorded.all(EventType.RUN_BEGUN, RunBegun.class))
                .extracting(RunBegun::begunAt)
                .containsOnly(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(recorded.all(EventType.ACCOUNT, Account.class))
                .extracting(Account::name)
                .containsExactly("Shop");
    }

    @Test
    void putsTheAccountsOfAFileIntoTheOrganizationThatIsNamed() throws IOException {
        Path file = write(gzip(bucket("eu-west-1", "a", "2026-01-02T00:00:00Z")), "f.jsonl.gz");

        importing()
                .run(
                        file,
                        new ImportOptions(Optional.of("sample"), Optional.empty(), Set.of()),
                        EmptyMemory.before(),
                        ended -> {});

        assertThat(recorded.all(EventType.ACCOUNT, Account.class))
                .extracting(Account::organization)
                .containsExactly("sample");
    }

    @Test
    void sendsADeniedScopeAsTheFileSaysAndAnEmptyOneAsComplete() throws IOException {
        importLines(
                "{\"scope\":{\"scope\":\"111122223333/eu-west-1/AWS::S3::Bucket\",\"observedAt\":\"2026-01-01T00:00:00Z\",\"outcome\":\"DENIED\",\"reason\":\"access denied\",\"permission\":\"s3:ListAllMyBuckets\"}}",
                "{\"scope\":{\"scope\":\"111122223333/eu-west-1/AWS::EC2::Instance\",\"observedAt\":\"2026-01-01T00:00:00Z\"}}");

        Map<String, Outcome> outcomes =
                ends().stream().collect(Collectors.toMap(end -> end.scope().type(), RunEnded::outcome));

        assertThat(outcomes)
                .containsEntry("AWS::S3::Bucket", Outcome.DENIED)
                .containsEntry("AWS::EC2::Instance", Outcome.COMPLETE);
    }

    @Test
    void endsTheRunOfAScopeWhenItWasLastObserved() throws IOException {
        importLines(
                bucket("eu-west-1", "a", "2026-01-02T00:00:00Z"),
                bucket("eu-west-1", "b", "2026-01-02T00:05:00Z"),
                bucket("eu-west-1", "c", "2026-01-02T00:03:00Z"));

        assertThat(ends()).extracting(RunEnded::endedAt).containsExactly(Instant.parse("2026-01-02T00:05:00Z"));
    }

    @Test
    void malformedSnapshotLineLeavesNoScopeCompleteAndTheRestIsSent() throws IOException {
        Survey survey = importLines(
                bucket("eu-west-1", "a", "2026-01-02T00:00:00Z"),
                "{\"accountId\": hidden",
                bucket("eu-west-1", "b", "2026-01-02T00:00:00Z"));

        assertThat(survey.faults()).singleElement().asString().startsWith("line 2: malformed JSON at column");
        assertThat(recorded.items()).hasSize(2);
        assertThat(ends()).extracting(RunEnded::outcome).containsExactly(Outcome.FAILED);
        assertThat(recorded.text()).doesNotContain("hidden");
    }

    @Test
    void wrongJsonTypesFailOnlyTheirScope() throws IOException {
        Survey survey = importLines(
                bucket("eu-west-1", "a", "2026-01-02T00:00:00Z"),
                ITEM.formatted("eu-central-1", "AWS::S3::Bucket", "b", "2026-01-02T00:00:00Z", "[\"hidden\"]"));

        assertThat(survey.faults()).containsExactly("line 2: configuration is not an object");
        assertThat(ends())
                .extracting(end -> end.scope().region(), RunEnded::outcome)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("eu-west-1", Outcome.COMPLETE),
                        org.assertj.core.groups.Tuple.tuple("eu-central-1", Outcome.FAILED));
    }

    @Test
    void unknownResourceTypeIsPassedOverAndCounted() throws IOException {
        Survey survey = importLines(
                bucket("eu-west-1", "a", "2026-01-02T00:00:00Z"),
                ITEM.formatted("eu-west-1", "AWS::New::Thing", "x", "2026-01-02T00:00:00Z", "{}"));

        assertThat(survey.foreign()).containsExactly(Map.entry("AWS::New::Thing", 1L));
        assertThat(ends()).extracting(RunEnded::outcome).containsExactly(Outcome.COMPLETE);
    }

    @Test
    void truncatedGzipCountsNoScopeComplete() throws IOException {
        byte[] whole = gzip(IntStream.range(0, 500)
                .mapToObj(i -> bucket("eu-west-1", "bucket-" + i * 7919, "2026-01-02T00:00:00Z"))
                .toArray(String[]::new));
        Path file = write(Arrays.copyOf(whole, whole.length / 2), "cut.jsonl.gz");

        Survey survey = importing().run(file, ImportOptions.NONE, EmptyMemory.before(), ended -> {});

        assertThat(survey.faults()).singleElement().asString().startsWith("the file is cut off or damaged after line");
        assertThat(ends()).extracting(RunEnded::outcome).containsExactly(Outcome.FAILED);
        assertThat(recorded.items()).isNotEmpty();
    }

    @Test
    void resourceOfFiveMegabytesIsSentWithEverythingUnread() throws IOException {
        importLines(ITEM.formatted(
                "eu-west-1",
                "AWS::S3::Bucket",
                "big",
                "2026-01-02T00:00:00Z",
                "{\"name\":\"" + "x".repeat(5 << 20) + "\"}"));

        ResourceConfiguration big = recorded.item("big");
        assertThat(big.configuration()).isEmpty();
        assertThat(big.unread())
                .extracting("path", "reason")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("configuration", "larger than 1 MiB"),
                        org.assertj.core.groups.Tuple.tuple("supplementaryConfiguration", "larger than 1 MiB"));
        assertThat(ends()).extracting(RunEnded::outcome).containsExactly(Outcome.COMPLETE);
    }

    @Test
    void listOfAMillionElementsIsTooLargeAndHarmsNothing() throws IOException {
        String million =
                IntStream.range(0, 1_000_000).mapToObj(Integer::toString).collect(Collectors.joining(","));
        importLines(
                ITEM.formatted(
                        "eu-west-1", "AWS::S3::Bucket", "long", "2026-01-02T00:00:00Z", "{\"a\":[" + million + "]}"),
                bucket("eu-west-1", "next", "2026-01-02T00:00:00Z"));

        assertThat(recorded.item("long").configuration()).isEmpty();
        assertThat(recorded.item("next").configuration()).containsEntry("name", "next");
    }

    private List<RunEnded> ends() {
        return recorded.all(EventType.RUN_ENDED, RunEnded.class);
    }

    private static String bucket(String region, String name, String captured) {
        return ITEM.formatted(region, "AWS::S3::Bucket", name, captured, "{\"name\":\"" + name + "\"}");
    }

    private Survey importLines(String... lines) throws IOException {
        Path file = write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), "f.jsonl");
        return importing().run(file, ImportOptions.NONE, EmptyMemory.before(), ended -> {});
    }

    private SnapshotImport importing() {
        return new SnapshotImport(
                new Bus(recorded.producer()),
                LiveScan.canonicalizer(),
                AllCollectors.make(),
                new EmptyMemory(),
                Clock.systemUTC());
    }

    private Path write(byte[] content, String name) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] gzip(String... lines) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
