package dev.demarc.assessment.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    @Test
    void waitsThreeOfTheScannersIntervals() {
        assertThat(with(Map.of("demarc.scan.interval", "6h")).patience()).isEqualTo(Duration.ofHours(18));
    }

    @Test
    void takesADayForTheIntervalAsTheScannerDoes() {
        assertThat(with(Map.of()).patience()).isEqualTo(Duration.ofDays(3));
    }

    private static Freshness with(Map<String, String> deployed) {
        URL shipped = Objects.requireNonNull(FreshnessConfig.class.getResource("/application.properties"));
        try {
            return new Freshness(new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .withConverter(Duration.class, 300, new DurationConverter())
                    .withSources(
                            new PropertiesConfigSource(shipped, 100),
                            new PropertiesConfigSource(deployed, "deployed", 300))
                    .withMapping(FreshnessConfig.class)
                    .build()
                    .getConfigMapping(FreshnessConfig.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
