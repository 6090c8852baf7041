package dev.demarc.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentExpressionsTest {
    private final List<String> compiled = new ArrayList<>();
    private final RecentExpressions recent = new RecentExpressions(text -> {
        compiled.add(text);
        return new Expressions(Map.of()).compile(text);
    });

    @Test
    void compilesATextOnce() {
        Expression first = recent.of("1 == 1");

        assertThat(recent.of("1 == 1")).isSameAs(first);
        assertThat(compiled).containsExactly("1 == 1");
    }

    @Test
    void saysEachTimeWhatIsWrong() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> recent.of("1 ==")).isInstanceOf(InvalidExpressionException.class);
        }

        assertThat(compiled).hasSize(2);
    }

    @Test
    void forgetsWhatWasNotUsedForLong() {
        recent.of("0 == 0");
        IntStream.rangeClosed(1, 1_000).forEach(i -> recent.of(i + " == 0"));

        recent.of("0 == 0");

        assertThat(compiled).hasSize(1_002);
    }
}
