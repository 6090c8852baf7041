package dev.demarc.assessment.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.embedded.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {
    @Test
    void aStackThatCannotStartLeavesNoBrokerBehind(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("postgres"));

        assertThatThrownBy(() -> new Stack(folder)).hasMessageContaining("postgres");

        try (EmbeddedKafka next = EmbeddedKafka.start(folder.resolve("kafka"), 0, List.of())) {
            assertThat(next.port()).isPositive();
        }
    }
}
