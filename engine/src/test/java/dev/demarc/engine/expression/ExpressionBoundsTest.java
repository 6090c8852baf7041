package dev.demarc.engine.expression;

import static dev.demarc.engine.Items.aBucket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionBoundsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Expressions EXPRESSIONS = new Expressions(Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "['x'].map(a, a + a).map(a, a + a + a + a + a + a + a + a + a + a).map(a, a + a + a + a + a + a + a + a + a + a)"
                        + ".map(a, a + a + a + a + a + a + a + a + a + a).map(a, a + a + a + a + a + a + a + a + a + a)"
                        + ".map(a, a + a + a + a + a + a + a + a + a + a).size() == 1",
                "parameters.many.all(a, parameters.many.all(b, a + b >= 0))",
                "parameters.many.all(a, parameters.many.all(b, !time.isPast('2027-01-01')))"
            })
    void givesUpWhatTakesTooMuch(String text) {
        Expressions expressions =
                new Expressions(Map.of("many", IntStream.range(0, 1_000).boxed().toList()));

        Answer answer = expressions
                .compile(text)
                .answer(expressions.evaluation(aBucket().build(), NOW));

        assertThat(answer.obstacle()).isNotNull();
    }

    @Test
    void refusesWhatIsTooLongOrTooDeep() {
        String longText = "true" + " || true".repeat(2_000);
        String deepText = "(".repeat(60) + "true" + ")".repeat(60);

        assertThatThrownBy(() -> EXPRESSIONS.compile(longText)).isInstanceOf(InvalidExpressionException.class);
        assertThatThrownBy(() -> EXPRESSIONS.compile(deepText)).isInstanceOf(InvalidExpressionException.class);
    }
}
