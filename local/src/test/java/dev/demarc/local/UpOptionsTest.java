package dev.demarc.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.local.platform.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpOptionsTest {
    @Test
    void keepDataAndLoadTheSampleUnlessToldOtherwise() {
        UpOptions options = UpOptions.of(List.of());

        assertThat(options.fresh()).isFalse();
        assertThat(options.sample()).isTrue();
    }

    @Test
    void takeSeveralPorts() {
        UpOptions options = UpOptions.of(List.of("--fresh", "--port", "8090", "--no-sample", "--port", "catalog=9081"));

        assertThat(options.fresh()).isTrue();
        assertThat(options.sample()).isFalse();
        assertThat(options.ports().of(Service.GATEWAY)).isEqualTo(8090);
        assertThat(options.ports().of(Service.CATALOG)).isEqualTo(9081);
    }

    @Test
    void nameTheWordThatTheyDoNotKnow() {
        assertThatThrownBy(() -> UpOptions.of(List.of("--clean")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--clean")
                .hasMessageContaining("--fresh");
    }

    @Test
    void askForTheValueOfAPort() {
        assertThatThrownBy(() -> UpOptions.of(List.of("--port")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--port needs a value");
    }
}
