package dev.demarc.scanner.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {
    private static final Instant TIME = Instant.parse("2022-02-21T18:37:48Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Feb 21, 2022 6:37:48 PM",
                "Feb 21, 2022, 6:37:48\u202fPM",
                "Feb 21, 2022 18:37:48",
                "2022-02-21T18:37:48Z",
                "2022-02-21T18:37:48.000Z",
                "2022-02-21T19:37:48+01:00",
                "2022-02-21T18:37:48.000+0000",
                "1645468668",
                "1645468668000"
            })
    void readsEveryNotation(String text) {
        assertThat(WrittenTime.parse(text)).isEqualTo(TIME);
    }

    @Test
    void readsSecondsAndMillisecondsSince1970() {
        assertThat(WrittenTime.parse(1645468668.0)).isEqualTo(TIME);
        assertThat(WrittenTime.parse(1645468668000L)).isEqualTo(TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "Feb 31, 2022", "2022-02-21", "2022-02-21T18:37:48"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> WrittenTime.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
