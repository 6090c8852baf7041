package dev.demarc.scanner.snapshot;

import static dev.demarc.scanner.snapshot.ImportedFiles.bucket;
import static dev.demarc.scanner.snapshot.ImportedFiles.configItem;
import static dev.demarc.scanner.snapshot.ImportedFiles.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file brings nothing onto the bus that a scan may not. */
class NamedPathsTest {
    private static final String TIME = "2026-05-01T00:00:00Z";

    private final ImportedFiles files;

    NamedPathsTest(@TempDir Path folder) {
        files = new ImportedFiles(folder);
    }

    @Test
    void leavesOutOfAnItemInOurOwnFormWhatItsTypeDoesNotName() throws IOException {
        files.lines(bucket("orders", TIME)
                .replace("\"name\":\"orders\"", "\"name\":\"orders\",\"nobodyKnows\":\"hunter22\""));

        assertThat(files.recorded().items()).singleElement().satisfies(item -> assertThat(item.configuration())
                .containsOnlyKeys("name"));
    }

    @Test
    void leavesOutOfAnItemOfAwsConfigWhatItsTypeDoesNotName() throws IOException {
        files.file(
                "1_Config_eu-west-1_ConfigSnapshot_20260501T000000Z_a.json",
                snapshot(
                        configItem(
                                "AWS::EC2::Instance",
                                "i-1",
                                TIME,
                                "\"configuration\":{\"instanceId\":\"i-1\",\"clientToken\":\"hunter22\",\"stateReason\":{\"code\":\"c\",\"message\":\"hunter22\"}}")));

        assertThat(files.recorded().text()).contains("i-1").doesNotContain("hunter22");
    }
}
