package dev.demarc.assessment.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.shell.problem.RefusedValueException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftCursorTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final int FILTER = 4711;

    @Test
    void comesBackAsItWasGiven() {
        DriftCursor cursor = new DriftCursor(NOW, DriftCursor.micros(NOW.minusSeconds(5)), 42, 3);

        assertThat(DriftCursor.of(Optional.of(cursor.text(FILTER)), FILTER, NOW.plusSeconds(60)))
                .isEqualTo(cursor);
    }

    @Test
    void beginsWithAllThatMovedUntilNow() {
        assertThat(DriftCursor.of(Optional.empty(), FILTER, NOW)).isEqualTo(DriftCursor.start(NOW));
    }

    @Test
    void belongsToItsFilter() {
        String text = DriftCursor.start(NOW).text(FILTER);

        assertThatThrownBy(() -> DriftCursor.of(Optional.of(text), FILTER + 1, NOW))
                .isInstanceOf(RefusedValueException.class)
                .hasMessageContaining("the same filter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not base64!", "AAAA"})
    void isRefusedWhereItIsNone(String text) {
        assertThatThrownBy(() -> DriftCursor.of(Optional.of(text), FILTER, NOW))
                .isInstanceOf(RefusedValueException.class)
                .hasMessageContaining("what a page gave as next");
    }

    @Test
    void isRefusedWhereItNamesATimeThatNoPageGave() {
        String future = new DriftCursor(NOW, Long.MAX_VALUE, 1, 0).text(FILTER);
        String before = new DriftCursor(Instant.parse("1969-01-01T00:00:00Z"), 0, 1, 0).text(FILTER);

        assertThatThrownBy(() -> DriftCursor.of(Optional.of(future), FILTER, NOW))
                .isInstanceOf(RefusedValueException.class);
        assertThatThrownBy(() -> DriftCursor.of(Optional.of(before), FILTER, NOW))
                .isInstanceOf(RefusedValueException.class);
    }
}
