package dev.demarc.assessment.partition;

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

class IngestConfigTest {
    @Test
    void takesTheScannersScheduleForHowOftenScopesAreRead() {
        assertThat(with(Map.of("demarc.scan.interval", "6h")).scheduleInterval())
                .isEqualTo(Duration.ofHours(6));
    }

    @Test
    void takesADayForTheScheduleAsTheScannerDoes() {
        assertThat(with(Map.of()).scheduleInterval()).isEqualTo(Duration.ofHours(24));
    }

    private static IngestConfig with(Map<String, String> deployed) {
        URL shipped = Objects.requireNonNull(IngestConfig.class.getResource("/application.properties"));
        try {
            return new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .withConverter(Duration.class, 300, new DurationConverter())
                    .withSources(
                            new PropertiesConfigSource(shipped, 100),
                            new PropertiesConfigSource(deployed, "deployed", 300))
                    .withMapping(IngestConfig.class)
                    .build()
                    .getConfigMapping(IngestConfig.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
