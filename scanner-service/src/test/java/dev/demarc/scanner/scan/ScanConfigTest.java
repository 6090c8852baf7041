package dev.demarc.scanner.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScanConfigTest {
    private final ScanConfig config = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 300, new DurationConverter())
            .withMapping(ScanConfig.class)
            .build()
            .getConfigMapping(ScanConfig.class);

    @Test
    void scansEverythingEachDayUnlessToldOtherwise() {
        assertThat(config)
                .returns(true, ScanConfig::work)
                .returns(true, ScanConfig::scheduled)
                .returns(Duration.ofHours(24), ScanConfig::interval);
    }

    @Test
    void readsAScopeForTwoHoursAtMost() {
        assertThat(config)
                .returns(Duration.ofHours(2), ScanConfig::deadline)
                .returns(4, ScanConfig::workers)
                .returns(16, ScanConfig::detailCalls);
    }
}
