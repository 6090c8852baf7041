package dev.demarc.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    @Test
    void areTheUsualOnesWithoutAChoice() {
        Ports ports = Ports.chosen(List.of());

        assertThat(ports.services())
                .containsEntry(Service.GATEWAY, 8080)
                .containsEntry(Service.CATALOG, 8081)
                .containsEntry(Service.SCANNER, 8082)
                .containsEntry(Service.ASSESSMENT, 8083);
        assertThat(ports.kafka()).isEmpty();
    }

    @Test
    void giveABareNumberToTheDashboard() {
        Ports ports = Ports.chosen(List.of("8090", "assessment=9083", "kafka=9092"));

        assertThat(ports.of(Service.GATEWAY)).isEqualTo(8090);
        assertThat(ports.of(Service.ASSESSMENT)).isEqualTo(9083);
        assertThat(ports.kafka()).contains(9092);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "http", "catalog=", "catalog=x", "zookeeper=2181"})
    void refuseWhatIsNoPort(String choice) {
        assertThatThrownBy(() -> Ports.chosen(List.of(choice)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--port " + choice)
                .hasMessageContaining("accepted");
    }
}
