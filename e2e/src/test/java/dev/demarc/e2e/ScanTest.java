package dev.demarc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.e2e.MotoPlatform.Scanned;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account of AWS is scanned from the command line, as a user does it, and judged. */
@ExtendWith(MotoPlatform.class)
class ScanTest {
    static final String ACCOUNT = "/api/v1/accounts/" + Moto.ACCOUNT;
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

    /** Each resource of the scanned account, whole. */
    static List<JsonNode> details(Demarc demarc) {
        List<JsonNode> details = new ArrayList<>();
        for (JsonNode view : demarc.get(RESOURCES).path("items")) {
            details.add(
                    demarc.get("/api/v1/resources/" + view.at("/resource/key").asText()));
        }
        return details;
    }
}
