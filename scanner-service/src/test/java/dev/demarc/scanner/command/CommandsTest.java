package dev.demarc.scanner.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.embedded.TestStack;
import dev.demarc.scanner.aws.Moto;
import dev.demarc.scanner.collector.AllCollectors;
import dev.demarc.scanner.command.Options.Words;
import dev.demarc.scanner.run.Bus;
import dev.demarc.scanner.scan.LiveScan;
import dev.demarc.scanner.scan.Recorded;
import dev.demarc.scanner.scan.ScanWish;
import dev.demarc.scanner.snapshot.EmptyMemory;
import dev.demarc.scanner.snapshot.SnapshotImport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    private static final String BUCKET =
            "{\"accountId\":\"111122223333\",\"awsRegion\":\"eu-west-1\",\"resourceType\":\"AWS::S3::Bucket\",\"resourceId\":\"a\",\"configurationItemCaptureTime\":\"2026-01-02T00:00:00Z\"}";
    private static final String CONFIG_ITEM = BUCKET.replace("accountId", "awsAccountId");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private final Recorded recorded = new Recorded();
    private final FakeReception reception = new FakeReception();

    @Test
    void scansTheCallersAccountFromBeginningToEnd() {
        Moto moto = Moto.start();
        moto.reset();
        ScanCommand scan = LiveScan.command(
                moto,
                recorded,
                (start, runner) -> new ScanCommand(
                        kafka(),
                        start,
                        runner,
                        new Bus(recorded.producer()),
                        LiveScan.config(),
                        new ScanWish.Check(AllCollectors.make()),
                        new Refusals(reception),
                        Clock.systemUTC()));

        String scope = "123456789012/us-east-1/AWS::EC2::SecurityGroup";
        reception.overrule(scope, "a later one speaks");

        int code = scan.run(options("--regions", "us-east-1", "--types", "AWS::EC2::SecurityGroup"), out);

        assertThat(code).as("a later reading says the same and more").isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(scope, "in 1 scopes, 1 complete")
                .contains("overruled by assessment: scan: " + scope + ": a later one speaks");
        assertThat(recorded.all(EventType.SCAN_REQUEST, ScanRequest.class))
                .singleElement()
                .extracting(ScanRequest::trigger)
                .isEqualTo(ScanRequest.Trigger.COMMAND_LINE);
    }

    @Test
    void importsAFileAndSaysWhatItDidNotUnderstand(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("f.jsonl"), "no JSON\n");

        int code = importing().run(Options.parse(List.of(file.toString()), Words.SOME), out);

        assertThat(code).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("not taken: " + file + ": line 1: malformed JSON at column");
    }

    @Test
    void importsFilesInTheirOrder(@TempDir Path folder) throws IOException {
        Path first = Files.writeString(folder.resolve("first.jsonl"), "no JSON\n");
        Path second = Files.writeString(folder.resolve("second.jsonl"), BUCKET + "\nno JSON\n");

        int code = importing().run(Options.parse(List.of(first.toString(), second.toString()), Words.SOME), out);

        assertThat(code).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsSubsequence("line 1: malformed JSON", "line 2: malformed JSON");
    }

    @Test
    void asksForAFileThatCanBeRead() {
        assertThatThrownBy(() -> importing().run(Options.parse(List.of("nowhere.json"), Words.SOME), out))
                .isInstanceOf(UsageException.class)
                .hasMessage("nowhere.json is not there; accepted: a file or a folder of files");
    }

    @Test
    void importsTheFilesOfAFolderTheOlderBeforeTheNewer(@TempDir Path folder) throws IOException {
        Path older = Files.createDirectories(folder.resolve("2026/10/1"));
        Path newer = Files.createDirectories(folder.resolve("2026/3/1"));
        write(older, "1_Config_eu-west-1_ConfigSnapshot_20260301T000000Z_a.json");
        write(newer, "1_Config_eu-west-1_ConfigSnapshot_20261001T000000Z_b.json");
        Files.writeString(folder.resolve("ConfigWritabilityCheckFile"), "");

        int code = importing().run(Options.parse(List.of(folder.toString()), Words.SOME), out);

        assertThat(code).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsSubsequence("observed at 2026-03-01T00:00:00Z", "observed at 2026-10-01T00:00:00Z")
                .doesNotContain("Writability");
    }

    @Test
    void saysThatAFolderHoldsNothingToImport(@TempDir Path folder) {
        assertThatThrownBy(() -> importing().run(Options.parse(List.of(folder.toString()), Words.SOME), out))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        folder
                                + " is a folder without files to import; accepted: names ending in .json, .jsonl, .json.gz, .jsonl.gz");
    }

    @Test
    void endsWithTwoWhereAFileIsEmptyAndWithOneWhereSomeOfItIsRefused(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");
        Path doubled = Files.writeString(folder.resolve("one.jsonl"), BUCKET);
        Path again = Files.writeString(folder.resolve("two.jsonl"), BUCKET);

        int codeOfEmpty = importing().run(Options.parse(List.of(empty.toString()), Words.SOME), out);
        int code = importing().run(Options.parse(List.of(doubled.toString(), again.toString()), Words.SOME), out);

        assertThat(codeOfEmpty).isEqualTo(2);
        assertThat(code).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(
                        "not taken: " + empty + ": it is empty; accepted: JSON",
                        "refused: observed at 2026-01-02T00:00:00Z, as the listing of " + doubled,
                        again + ": 0 resources in 1 scopes, 1 refused");
    }

    @Test
    void tellsByFileWhatAssessmentRefuses(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("one.jsonl"), BUCKET);
        reception.refuse("111122223333/eu-west-1/AWS::S3::Bucket", "resourceId holds the character NUL");

        int code = importing().run(Options.parse(List.of(file.toString()), Words.SOME), out);

        assertThat(code).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("refused by assessment: " + file
                        + ": 111122223333/eu-west-1/AWS::S3::Bucket: resourceId holds the character NUL");
    }

    @Test
    void tellsWhichOfAFilesListingsANewerOneOverrules(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("one.jsonl"), BUCKET);
        reception.overrule("111122223333/eu-west-1/AWS::S3::Bucket", "LIVE has read this scope");

        int code = importing().run(Options.parse(List.of(file.toString()), Words.SOME), out);

        assertThat(code).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("overruled by assessment: " + file
                        + ": 111122223333/eu-west-1/AWS::S3::Bucket: LIVE has read this scope");
    }

    @Test
    void saysWhereNobodyKnowsWhatAssessmentRefuses(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("one.jsonl"), BUCKET);
        reception.away();

        int code = importing().run(Options.parse(List.of(file.toString()), Words.SOME), out);

        assertThat(code).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("not known: what assessment refuses of it")
                .contains("./demarc dead-letters");
    }

    @Test
    void namesAnOptionsValueThatIsNotAccepted() {
        assertThatThrownBy(() -> importing().run(importOptions("--observed-at", "monday"), out))
                .hasMessage("--observed-at is 'monday'; accepted: a time such as 2026-03-01T10:11:12Z");
        assertThatThrownBy(() -> importing().run(importOptions("--more-regions", "mars"), out))
                .hasMessage("--more-regions has 'mars'; accepted: a region such as eu-central-1");
    }

    @Test
    void saysWhenKafkaDoesNotAnswer() {
        KafkaCheck away = new KafkaCheck(Map.of("bootstrap.servers", "127.0.0.1:1"), Duration.ofMillis(300));

        assertThatThrownBy(away::demand)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Kafka at 127.0.0.1:1 does not answer");
    }

    private static void write(Path folder, String name) throws IOException {
        Files.writeString(folder.resolve(name), "{\"configurationItems\":[" + CONFIG_ITEM + "]}");
    }

    private static Options importOptions(String... options) {
        List<String> words = new java.util.ArrayList<>(List.of(options));
        words.add("pom.xml");
        return Options.parse(words, Words.SOME, ImportCommand.OPTIONS);
    }

    private static Options options(String... arguments) {
        return Options.parse(List.of(arguments), Words.NONE, "regions", "types", "accounts");
    }

    private ImportCommand importing() {
        return new ImportCommand(
                kafka(),
                new SnapshotImport(
                        new Bus(recorded.producer()),
                        LiveScan.canonicalizer(),
                        AllCollectors.make(),
                        new EmptyMemory(),
                        Clock.systemUTC()),
                new Refusals(reception));
    }

    private static KafkaCheck kafka() {
        return new KafkaCheck(Map.of("bootstrap.servers", TestStack.shared().bootstrapServers()));
    }
}
