package dev.demarc.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class ScrubConfigTest {
    @Test
    void keepsTheTagsReadableThatTheShippedControlsRead() {
        ScrubConfig config = new SmallRyeConfigBuilder()
                .withMapping(ScrubConfig.class)
                .build()
                .getConfigMapping(ScrubConfig.class);

        assertThat(config.keptTags()).contains("team", "owner", "data-classification", "client-side-encryption");
        assertThat(config.key()).isEmpty();
    }
}
