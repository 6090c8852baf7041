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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account of AWS is scanned from the command line, as a user does it, and judged. */
@Order(Integer.MAX_VALUE)
@ExtendWith({MotoPlatform.class, SamplePlatform.class})
class ScanTest {
    private static final String ACCOUNT = "/api/v1/accounts/" + Moto.ACCOUNT;
    private static final String RESOURCES = "/api/v1/resources?limit=500&account=" + Moto.ACCOUNT;

    private final Scanned scanned;

    ScanTest(Scanned scanned) {
        this.scanned = scanned;
    }

    @Test
    void bringsAnAccountOfAwsToItsScorecard() throws IOException {
        JsonNode scorecard = scanned.demarc().get(ACCOUNT).path("scorecard");

        assertThat(scanned.status()).as(Files.readString(scanned.printed())).isZero();
        assertThat(scorecard.path("resources").asInt()).isGreaterThanOrEqualTo(10);
        assertThat(scorecard.path("grade").asText()).isIn("D", "E");
    }

    @ParameterizedTest
    @CsvSource({
        "harbour-exports, s3-bucket-not-public, FAIL",
        "harbour-ledger, s3-bucket-not-public, PASS",
        "open-admin, security-group-no-open-ssh, FAIL",
        "closed, security-group-no-open-ssh, PASS",
        "operator, iam-user-admin-has-mfa, FAIL",
        "careful, iam-user-admin-has-mfa, NOT_APPLICABLE",
        "quiet, ec2-metadata-needs-token, PASS"
    })
    void judgesTheGoodAndTheBad(String resource, String control, String verdict) {
        List<String> given = details(scanned.demarc()).stream()
                .filter(detail -> detail.at("/resource/name").asText().equals(resource))
                .flatMap(detail -> detail.path("verdicts").valueStream())
                .filter(each -> each.path("control").asText().equals(control))
                .map(each -> each.path("verdict").asText())
                .toList();

        assertThat(given).containsExactly(verdict);
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
                .set("account", scanned.demarc().get(ACCOUNT).path("account")));
        for (JsonNode detail : details(scanned.demarc())) {
            lines.add(detail.path("configuration"));
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (JsonNode line : lines) {
                out.write((Json.MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static List<JsonNode> details(Demarc demarc) {
        List<JsonNode> details = new ArrayList<>();
        for (JsonNode view : demarc.get(RESOURCES).path("items")) {
            details.add(
                    demarc.get("/api/v1/resources/" + view.at("/resource/key").asText()));
        }
        return details;
    }

    /** Every verdict, with whose it is and, where it is not a pass, why. */
    private static Map<String, String> verdicts(Demarc demarc) {
        Map<String, String> verdicts = new TreeMap<>();
        for (JsonNode detail : details(demarc)) {
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
