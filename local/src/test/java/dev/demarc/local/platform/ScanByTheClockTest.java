package dev.demarc.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScanByTheClockTest {
    @Test
    void happensOnOnesOwnMachineOnlyWhereItIsAskedFor() {
        assertThat(new Environment(Map.of()).scansByTheClock()).isFalse();
        assertThat(new Environment(Map.of("DEMARC_SCAN_INTERVAL", "")).scansByTheClock())
                .isFalse();
        assertThat(new Environment(Map.of("DEMARC_SCAN_INTERVAL", "24h")).scansByTheClock())
                .isTrue();
    }
}
