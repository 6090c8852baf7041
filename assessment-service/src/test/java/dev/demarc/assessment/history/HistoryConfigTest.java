package dev.demarc.assessment.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryConfigTest {
    @Test
    void keepsHistoryForEverAndAccountsThatLeftForAMonth() {
        HistoryConfig config = with(Map.of());

        assertThat(config.retention()).isEmpty();
        assertThat(config.departedAccounts()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void takesWhatIsSaid() {
        HistoryConfig config =
                with(Map.of("demarc.history.retention", "400d", "demarc.history.departed-accounts", "7d"));

        assertThat(config.retention()).contains(Duration.ofDays(400));
        assertThat(config.departedAccounts()).isEqualTo(Duration.ofDays(7));
    }

    private static HistoryConfig with(Map<String, String> said) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 300, new DurationConverter())
                .withSources(new PropertiesConfigSource(said, "said", 300))
                .withMapping(HistoryConfig.class)
                .build()
                .getConfigMapping(HistoryConfig.class);
    }
}
