package dev.demarc.assessment.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadConfigTest {
    @Test
    void endsAStatementAfterTenSeconds() {
        ReadConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 300, new DurationConverter())
                .withMapping(ReadConfig.class)
                .build()
                .getConfigMapping(ReadConfig.class);

        assertThat(config.statementLimit())
                .isEqualTo(Duration.ofSeconds(10))
                .isEqualTo(ReadTransaction.STATEMENT_LIMIT);
    }
}
