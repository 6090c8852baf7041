package dev.demarc.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much evidence is kept is set in the chart. */
class EvidenceTest {
    @Test
    void isBoundedInAFreshDeployment() {
        assertThat(Chart.usual().environment("assessment-service"))
                .contains(
                        "{\"name\":\"DEMARC_EVIDENCE_MOST_MEGABYTES\",\"value\":\"10240\"}",
                        "{\"name\":\"DEMARC_EVIDENCE_MOST_MEGABYTES_OF_AN_ORGANIZATION\",\"value\":\"2048\"}",
                        "{\"name\":\"DEMARC_EVIDENCE_MOST_MEGABYTES_UNNAMED\",\"value\":\"512\"}",
                        "{\"name\":\"DEMARC_EVIDENCE_UNNAMED_FOR\",\"value\":\"24h\"}");
    }

    @Test
    void isSetByTheOperator() {
        Chart chart = Chart.usual().set("assessment.evidence.mostMegabytes", "1000000");

        assertThat(chart.environment("assessment-service"))
                .contains("{\"name\":\"DEMARC_EVIDENCE_MOST_MEGABYTES\",\"value\":\"1000000\"}");
    }

    @ParameterizedTest
    @CsvSource({"mostMegabytes, 0", "mostMegabytesUnnamed, none", "unnamedFor, soon"})
    void isRefusedWhereItIsNoBound(String setting, String value) {
        assertThatThrownBy(() -> Chart.usual()
                        .set("assessment.evidence." + setting, value)
                        .render())
                .hasMessageContaining(setting);
    }
}
