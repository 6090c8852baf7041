package dev.demarc.scanner.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.scanner.command.Options.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void takesAnOptionsValueBehindItOrBehindAnEqualsSign() {
        Options options =
                Options.parse(List.of("--regions", "a, b", "file", "--types=c"), Words.SOME, "regions", "types");

        assertThat(options.words()).containsExactly("file");
        assertThat(options.list("regions")).containsExactly("a", "b");
        assertThat(options.list("types")).containsExactly("c");
        assertThat(options.list("accounts")).isEmpty();
    }

    @Test
    void namesAnOptionThatIsNotAccepted() {
        assertThatThrownBy(() -> Options.parse(List.of("--region", "a"), Words.NONE, "regions", "types"))
                .isInstanceOf(UsageException.class)
                .hasMessage("option is '--region'; accepted: --regions, --types");
    }

    @Test
    void asksForAMissingValueAndAMissingWord() {
        assertThatThrownBy(() -> Options.parse(List.of("--regions"), Words.NONE, "regions"))
                .hasMessage("option --regions needs a value");
        assertThatThrownBy(() -> Options.parse(List.of(), Words.SOME, "regions"))
                .hasMessage("words given are []; accepted: one or more");
    }
}
