package dev.demarc.scanner.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReceptionConfigTest {
    private final ReceptionConfig config = new SmallRyeConfigBuilder()
            .withMapping(ReceptionConfig.class)
            .build()
            .getConfigMapping(ReceptionConfig.class);

    @Test
    void waitsForAMinute() {
        assertThat(config.patience()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void asksForTheGroupThatReadsResourcesInADeployment() throws IOException {
        assertThat(Files.readString(Path.of("../deploy/helm/demarc/scaling.yaml")))
                .contains("{group: %s, topic: demarc.resources}".formatted(config.assessmentGroup()));
    }
}
