package dev.demarc.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RunsTest {
    @Test
    void standsForItselfByItsMedian() {
        assertThat(new Runs(List.of(117.0, 49.0, 80.0)).median()).isEqualTo(80.0);
        assertThat(new Runs(List.of(117.0, 49.0, 80.0, 90.0)).median()).isEqualTo(85.0);
    }

    @Test
    void takesAFigureTwentyTimes() {
        AtomicInteger taken = new AtomicInteger();

        Runs runs = Runs.of(() -> (double) taken.incrementAndGet());

        assertThat(runs.figures()).hasSize(20);
        assertThat(runs.median()).isEqualTo(10.5);
    }

    @Test
    void showsHowFarAFigureJumped() {
        assertThat(Row.of("a read", new Runs(List.of(49.0, 117.0, 80.0)), "%").toString())
                .startsWith("a read (median of 3, 49.00 to 117)")
                .endsWith("80.00 %");
    }

    @Test
    void refusesAFigureThatWasNeverTaken() {
        assertThatThrownBy(() -> new Runs(List.of())).hasMessageContaining("never taken");
    }
}
