package dev.demarc.local.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiskSpaceTest {
    @Test
    void sufficesFromOneGibibyte() {
        assertThatCode(() -> new DiskSpace(Path.of("data"), DiskSpace.NEEDED_BYTES).mustSuffice())
                .doesNotThrowAnyException();
    }

    @Test
    void saysHowMuchIsFreeAndHowToMendIt() {
        assertThatThrownBy(() -> new DiskSpace(Path.of("data"), DiskSpace.NEEDED_BYTES / 2).mustSuffice())
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("data has 0.5 GiB free")
                .hasMessageContaining("DEMARC_DATA");
    }
}
