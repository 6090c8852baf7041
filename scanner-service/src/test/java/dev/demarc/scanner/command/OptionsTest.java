package dev.demarc.scanner.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void takesAnOptionsValueBehindItOrBehindAnEqualsSign() {
        Options options = Options.parse(List.of("--regions", "a, b", "file", "--types=c"), 1, "regions", "types");

        assertThat(options.words()).containsExactly("file");
        assertThat(options.list("regions")).containsExactly("a", "b");
        assertThat(options.list("types")).containsExactly("c");
        assertThat(options.list("accounts")).isEmpty();
    }

    @Test
    void namesAnOptionThatIsNotAccepted() {
        assertThatThrownBy(() -> Options.parse(List.of("--region", "a"), 0, "regions", "types"))
                .isInstanceOf(UsageException.class)
                .hasMessage("option is '--region'; accepted: --regions, --types");
    }

    @Test
    void asksForAMissingValueAndAMissingWord() {
        assertThatThrownBy(() -> Options.parse(List.of("--regions"), 0, "regions"))
                .hasMessage("option --regions needs a value");
        assertThatThrownBy(() -> Options.parse(List.of(), 1, "regions")).hasMessage("[] given; accepted: 1");
    }
}
