package dev.demarc.assessment.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.shell.problem.RefusedValueException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void comesBackAsItWasGiven() {
        Cursor cursor = new Cursor(3, 1_000_000, -42, 24);

        assertThat(Cursor.of(Optional.of(cursor.text(7)), 7)).isEqualTo(cursor);
    }

    @Test
    void beginsWhereNoneIsGiven() {
        assertThat(Cursor.of(Optional.empty(), 7)).isEqualTo(Cursor.START);
    }

    @Test
    void isRefusedWithAnotherFilter() {
        String text = Cursor.START.text(7);

        assertThatThrownBy(() -> Cursor.of(Optional.of(text), 8))
                .isInstanceOf(RefusedValueException.class)
                .hasMessageContaining("a list with the same filter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!", "AAAA", "AgAAAAcAAAAAAAAAAAAAAAAAAAAA", "é"})
    void isRefusedWhereItIsNone(String text) {
        assertThatThrownBy(() -> Cursor.of(Optional.of(text), 7))
                .isInstanceOf(RefusedValueException.class)
                .hasMessageContaining("cursor is '" + text + "'");
    }
}
