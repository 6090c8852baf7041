package dev.demarc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people state, from their request to findings and scores, without any scan; last, as it leaves statements behind. */
@Order(Integer.MAX_VALUE)
@ExtendWith(SamplePlatform.class)
class StatementsTest {
    private static final Duration TIME_TO_SHOW = Duration.ofSeconds(90);
    private static final String ACCOUNT = "000000003012";

    private final Demarc demarc;

    StatementsTest(Demarc demarc) {
        this.demarc = demarc;
    }

    @Test
    void waivesAFindingUntilItsWaiverIsWithdrawn() {
        String control = "security-group-no-open-rdp";
        JsonNode finding = demarc.get("/api/v1/findings?limit=1&organization=sample&control=" + control)
                .path("items")
                .path(0);
        String id = finding.path("id").asText();

        String waiver = approved(
                "/api/v1/waivers",
                proposal(
                        control,
                        Map.of("resources", List.of(finding.at("/resource/key").asText())),
                        "30"));

        awaitState(id, "WAIVED");
        assertThat(demarc.get("/api/v1/findings/" + id).at("/finding/waiver").asText())
                .isEqualTo(waiver);
        demarc.post("/api/v1/waivers/" + waiver + "/withdraw", Map.of("by", "Ada"), 200);
        awaitState(id, "OPEN");
    }

    @Test
    void countsAnAttestationUntilItExpires() {
        String control = "shared-controls-verified";
        Instant expiry = Instant.now().plusSeconds(40).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> proposal = new HashMap<>(proposal(control, Map.of("accounts", List.of(ACCOUNT)), "30"));
        proposal.put("expiresAt", expiry.toString());

        approved("/api/v1/attestations", proposal);

        awaitVerdict(control, "PASS");
        assertThat(Instant.now()).isBefore(expiry);
        awaitVerdict(control, "UNKNOWN");
        assertThat(Instant.now()).isAfterOrEqualTo(expiry);
    }

    @Test
    void refusesAnApprovalByItsAuthorAndSaysWhatIsAccepted() {
        JsonNode proposed = demarc.post(
                "/api/v1/attestations",
                proposal("shared-controls-verified", Map.of("accounts", List.of("000000003013")), "30"),
                201);

        JsonNode problem = demarc.post(
                "/api/v1/attestations/" + proposed.path("id").asText() + "/approve", Map.of("by", "Ada"), 400);

        assertThat(problem.path("field").asText()).isEqualTo("by");
        assertThat(problem.path("detail").asText()).contains("Ada", "accepted");
    }

    private static Map<String, Object> proposal(String control, Map<String, Object> scope, String days) {
        return Map.of(
                "control",
                control,
                "scope",
                scope,
                "text",
                "Agreed in the weekly review.",
                "author",
                "Ada",
                "expiresAt",
                Instant.now().plus(Duration.ofDays(Long.parseLong(days))).toString());
    }

    private String approved(String path, Map<String, Object> proposal) {
        String id = demarc.post(path, proposal, 201).path("id").asText();
        demarc.post(path + "/" + id + "/approve", Map.of("by", "Grace"), 200);
        return id;
    }

    private void awaitState(String finding, String state) {
        await().atMost(TIME_TO_SHOW).untilAsserted(() -> assertThat(demarc.get("/api/v1/findings/" + finding)
                        .at("/finding/state")
                        .asText())
                .isEqualTo(state));
    }

    private void awaitVerdict(String control, String verdict) {
        String row = ",%s,".formatted(control);
        await().atMost(TIME_TO_SHOW)
                .untilAsserted(() -> assertThat(demarc.text("/api/v1/exports/verdicts.csv?account=" + ACCOUNT)
                                .lines()
                                .filter(line -> line.contains(row)))
                        .singleElement()
                        .asString()
                        .contains("," + verdict + ","));
    }
}
