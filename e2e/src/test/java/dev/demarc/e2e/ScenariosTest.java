package dev.demarc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four scenarios of the model: each has a finding that says whose it is, by which rule and on what evidence. */
@ExtendWith(SamplePlatform.class)
class ScenariosTest {
    private final Demarc demarc;

    ScenariosTest(Demarc demarc) {
        this.demarc = demarc;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "S1, s3-bucket-not-public, retail-web-prod-customer-exports, 000000002012, data, retail",
        "S2, ec2-patches-installed, settlement-batch, 000000002011, guest-os, payments",
        "S3, iam-user-admin-has-mfa, legacy-release-admin, 000000003013, identity,",
        "S4, security-group-no-open-ssh, jump-host, 000000003012, network-config,"
    })
    void namesTheCustomerTheTeamTheRuleAndTheEvidence(
            String scenario, String control, String resource, String account, String layer, @Nullable String team) {
        String id = finding(demarc, resource, account, control);

        JsonNode finding = demarc.get("/api/v1/findings/" + id);

        assertThat(finding.at("/finding/owner/party").asText()).isEqualTo("CUSTOMER");
        assertThat(finding.at("/finding/owner/account").asText()).isEqualTo(account);
        assertThat(finding.at("/finding/owner/team").asText(null)).isEqualTo(team);
        assertThat(finding.at("/whose/layer").asText()).isEqualTo(layer);
        assertThat(finding.at("/whose/rule").asText()).isNotBlank();
        assertThat(finding.at("/whose/source").asText()).isNotBlank();
        assertThat(finding.at("/whose/decidedBy").asText()).matches("(model|service|variant):.+");
        assertThat(finding.path("evidence")).isNotEmpty();
        assertThat(finding.path("why").asText()).isNotBlank();
    }

    @Test
    void showsBothHalvesOfASharedControl() {
        String id = finding(demarc, "settlement-batch", "000000002011", "ec2-patches-installed");

        JsonNode finding = demarc.get("/api/v1/findings/" + id);

        assertThat(finding.at("/finding/category").asText()).isEqualTo("SHARED");
        assertThat(finding.path("customerHalf").asText()).isEqualTo("FAIL");
        assertThat(finding.at("/provider/duty").asText()).isNotBlank();
        assertThat(finding.at("/provider/verdict").asText()).isIn("PASS", "UNKNOWN");
    }

    @Test
    void showsWhatIsBlindAndWhichPermissionWouldMendIt() {
        JsonNode organization = demarc.get("/api/v1/organization?organization=sample");

        assertThat(organization.path("blind"))
                .anySatisfy(
                        blind -> assertThat(blind.path("permission").asText()).isEqualTo("ec2:DescribeInstances"));
        assertThat(organization.path("scopesRead").asInt())
                .isLessThan(organization.path("scopesExpected").asInt());
    }

    @Test
    void showsWhatTheSamplesPeopleHaveStated() {
        assertThat(states("attestations")).contains("ACTIVE", "PROPOSED", "REVOKED");
        assertThat(states("waivers")).contains("ACTIVE", "PROPOSED", "WITHDRAWN");
        assertThat(states("declarations")).contains("ACTIVE");
    }

    @Test
    void showsDutiesThatMovedOfAResourceAndOfAWorkload() {
        String since = Instant.now().minus(1, ChronoUnit.DAYS).toString();

        JsonNode moved = demarc.get("/api/v1/drift?kind=DUTY&organization=sample&since=" + since);

        assertThat(moved.path("items"))
                .extracting(item -> "%s %s: %s to %s"
                        .formatted(
                                item.path("workload").asText(),
                                item.path("layer").asText(),
                                item.path("from").asText(),
                                item.path("to").asText()))
                .contains("disputes guest-os: CUSTOMER to AWS", "curated platform: AWS to SHARED");
    }

    private List<String> states(String statements) {
        return demarc.get("/api/v1/" + statements + "?limit=200").path("items").findValuesAsText("state");
    }

    /** The id of the finding of one control on one resource. */
    static String finding(Demarc demarc, String resource, String account, String control) {
        JsonNode page = demarc.get("/api/v1/findings?limit=200&account=" + account + "&control=" + control);
        for (JsonNode finding : page.path("items")) {
            if (finding.at("/resource/name").asText().equals(resource)) {
                return finding.path("id").asText();
            }
        }
        throw new AssertionError("no finding of " + control + " on " + resource + " among " + page);
    }
}
