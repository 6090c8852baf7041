package dev.demarc.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A command of the launcher with what it has said so far. */
record RunningCommand(Process process, Path outputFile) {
    static RunningCommand start(List<String> command, Map<String, String> environment, Path folder) throws IOException {
        Path output = Files.createTempFile(folder, "output-", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new RunningCommand(builder.start(), output);
    }

    String output() throws IOException {
        return Files.readString(outputFile);
    }

    void awaitOutput(String words) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(output()).contains(words));
    }
}
