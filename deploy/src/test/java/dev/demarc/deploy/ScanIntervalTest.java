package dev.demarc.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often is scanned and how old is stale are one deployed value. */
class ScanIntervalTest {
    private static final List<String> SERVICES = List.of("scanner-service", "assessment-service");

    @ParameterizedTest
    @ValueSource(strings = {"24h", "6h", "90m"})
    void isTheSameForTheScheduleAndForStaleness(String interval) {
        Chart chart = Chart.usual().set("scan.interval", interval);

        assertThat(SERVICES).allSatisfy(service -> assertThat(chart.environment(service))
                .contains("{\"name\":\"DEMARC_SCAN_INTERVAL\",\"value\":\"" + interval + "\"}"));
    }

    @Test
    void letsAFreshDeploymentScanByItself() {
        assertThat(Chart.usual().environment("scanner-service"))
                .contains(
                        "{\"name\":\"DEMARC_SCAN_INTERVAL\",\"value\":\"24h\"}",
                        "{\"name\":\"DEMARC_SCAN_SCHEDULED\",\"value\":\"true\"}");
    }

    @Test
    void isRefusedWhereItIsNoDuration() {
        assertThatThrownBy(() -> Chart.usual().set("scan.interval", "daily").render())
                .hasMessageContaining("interval");
    }

    @Test
    void isOneVariableInCompose() throws IOException {
        JsonNode compose = new YAMLMapper().readTree(Path.of("compose.yaml").toFile());

        assertThat(compose.at("/x-every-service/DEMARC_SCAN_INTERVAL").asText())
                .isEqualTo("${DEMARC_SCAN_INTERVAL:-24h}");
        assertThat(SERVICES).allSatisfy(service -> assertThat(
                        compose.at("/services/" + service + "/environment").has("DEMARC_SCAN_INTERVAL"))
                .isFalse());
    }
}
