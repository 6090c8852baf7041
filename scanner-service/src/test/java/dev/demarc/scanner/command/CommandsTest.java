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
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private final Recorded recorded = new Recorded();

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
                        AllCollectors.make(),
                        Clock.systemUTC()));

        int code = scan.run(options("--regions", "us-east-1", "--types", "AWS::EC2::SecurityGroup"), out);

        assertThat(code).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("123456789012/us-east-1/AWS::EC2::SecurityGroup", "in 1 scopes, 1 complete");
        assertThat(recorded.all(EventType.SCAN_REQUEST, ScanRequest.class))
                .singleElement()
                .extracting(ScanRequest::trigger)
                .isEqualTo(ScanRequest.Trigger.COMMAND_LINE);
    }

    @Test
    void importsAFileAndSaysWhatItDidNotUnderstand(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("f.jsonl"), "no JSON\n");

        int code = importing().run(Options.parse(List.of(file.toString()), Words.SOME), out);

        assertThat(code).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("not understood: line 1: malformed JSON");
    }

    @Test
    void importsFilesInTheirOrder(@TempDir Path folder) throws IOException {
        Path first = Files.writeString(folder.resolve("first.jsonl"), "no JSON\n");
        Path second = Files.writeString(folder.resolve("second.jsonl"), "{}\nno JSON\n");

        int code = importing().run(Options.parse(List.of(first.toString(), second.toString()), Words.SOME), out);

        assertThat(code).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsSubsequence("line 1: malformed JSON", "line 2: malformed JSON");
    }

    @Test
    void asksForAFileThatCanBeRead() {
        assertThatThrownBy(() -> importing().run(Options.parse(List.of("nowhere.json"), Words.SOME), out))
                .isInstanceOf(UsageException.class)
                .hasMessage("FILE is 'nowhere.json'; accepted: a file that can be read");
    }

    @Test
    void saysWhenKafkaDoesNotAnswer() {
        KafkaCheck away = new KafkaCheck(Map.of("bootstrap.servers", "127.0.0.1:1"), Duration.ofMillis(300));

        assertThatThrownBy(away::demand)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Kafka at 127.0.0.1:1 does not answer");
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
                        Clock.systemUTC()));
    }

    private static KafkaCheck kafka() {
        return new KafkaCheck(Map.of("bootstrap.servers", TestStack.shared().bootstrapServers()));
    }
}
