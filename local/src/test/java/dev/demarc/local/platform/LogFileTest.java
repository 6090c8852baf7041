package dev.demarc.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    private final Path folder;

    LogFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void showsTheLastLinesOfALog() throws IOException {
        Path log = Files.writeString(folder.resolve("gateway.log"), "one\ntwo\nthree\n");

        assertThat(LogFile.lastLinesOfBoth(log, 2)).isEqualTo("two\nthree");
    }

    @Test
    void showsAfterTheLogWhatItsProcessPrinted() throws IOException {
        Path log = Files.writeString(folder.resolve("gateway.log"), "starts\n");
        Files.writeString(folder.resolve("gateway.out"), "# A fatal error has been detected\n");

        assertThat(LogFile.lastLinesOfBoth(log, 5))
                .startsWith("starts\n")
                .endsWith("\n# A fatal error has been detected");
    }

    @Test
    void showsWhatAProcessPrintedThatNeverCameToItsLog() throws IOException {
        Files.writeString(folder.resolve("gateway.out"), "Error occurred during initialization of VM\n");

        assertThat(LogFile.lastLinesOfBoth(folder.resolve("gateway.log"), 5))
                .isEqualTo("Error occurred during initialization of VM");
    }

    @Test
    void saysThatThereIsNoLog() {
        assertThat(LogFile.lastLinesOfBoth(folder.resolve("gateway.log"), 5))
                .startsWith("(no log: ")
                .contains("gateway.log");
    }
}
