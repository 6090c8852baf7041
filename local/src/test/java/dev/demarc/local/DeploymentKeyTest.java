package dev.demarc.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.local.platform.DataFolder;
import dev.demarc.local.platform.DeploymentKey;
import dev.demarc.local.platform.Environment;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentKeyTest {
    @Test
    void isKeptWithTheData(@TempDir Path folder) {
        String first = DeploymentKey.SCRUB.of(new Environment(Map.of()), new DataFolder(folder));

        String second = DeploymentKey.SCRUB.of(new Environment(Map.of()), new DataFolder(folder));

        assertThat(first).hasSize(44).isEqualTo(second);
    }

    @Test
    void isTheUsersOwnWhereThereIsOne(@TempDir Path folder) {
        Environment environment = new Environment(Map.of("DEMARC_SCRUB_KEY", "a key of the user's own"));

        assertThat(DeploymentKey.SCRUB.of(environment, new DataFolder(folder))).isEqualTo("a key of the user's own");
    }
}
