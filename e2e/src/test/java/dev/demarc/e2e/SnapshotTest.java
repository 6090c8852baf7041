package dev.demarc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.demarc.contracts.Json;
import dev.demarc.e2e.MotoPlatform.Scanned;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What was scanned on one platform is imported as a file by another. */
@Order(Integer.MAX_VALUE)
@ExtendWith({MotoPlatform.class, SamplePlatform.class})
@ResourceLock(SamplePlatform.LOCK)
class SnapshotTest {
    private final Scanned scanned;

    SnapshotTest(Scanned scanned) {
        this.scanned = scanned;
    }

    @Test
    void givesTheVerdictsThatASnapshotFileOfTheSameResourcesGives(Demarc other, @TempDir Path folder)
            throws IOException {
        Path file = snapshot(folder.resolve("account.jsonl.gz"));

        int status = other.run(folder.resolve("printed"), Map.of(), "import", file.toString());

        assertThat(status).as(Files.readString(folder.resolve("printed"))).isZero();
        Map<String, String> live = verdicts(scanned.demarc());
        assertThat(live).hasSizeGreaterThan(50);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(verdicts(other)).isEqualTo(live));
    }

    /** What the platform answers with for each resource, in the form of our own files. */
    private Path snapshot(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        lines.add(JsonNodeFactory.instance
                .objectNode()
                .set("account", scanned.demarc().get(ScanTest.ACCOUNT).path("account")));
        for (JsonNode detail : ScanTest.details(scanned.demarc())) {
            lines.add(detail.path("configuration"));
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (JsonNode line : lines) {
                out.write((Json.MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    /** Every verdict, with whose it is and, where it is not a pass, why. */
    private static Map<String, String> verdicts(Demarc demarc) {
        Map<String, String> verdicts = new TreeMap<>();
        for (JsonNode detail : ScanTest.details(demarc)) {
            for (JsonNode verdict : detail.path("verdicts")) {
                verdicts.put(
                        detail.at("/resource/key").asText() + " "
                                + verdict.path("control").asText(),
                        verdict.path("verdict").asText() + " of "
                                + verdict.path("party").asText() + ": "
                                + verdict.path("reason").asText());
            }
        }
        return verdicts;
    }
}
