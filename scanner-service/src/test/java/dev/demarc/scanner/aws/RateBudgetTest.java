package dev.demarc.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RateBudgetTest {
    private static final long NOW = System.nanoTime() + Duration.ofHours(1).toNanos();

    private final ReplicaShare share = new ReplicaShare();

    @Test
    void letsAProcessThatWorksAloneUseTheWholeBudget() {
        assertThat(callsAtOnce(new RateBudget(20, share::value))).isEqualTo(20);
    }

    @Test
    void dividesTheBudgetByTheShareOfPartitions() {
        share.reads("scheduled", 6);
        share.reads("now", 6);
        share.changes(3);

        assertThat(callsAtOnce(new RateBudget(20, share::value))).isEqualTo(5);
    }

    @Test
    void followsTheShareWhileItChanges() {
        share.reads("scheduled", 4);
        share.changes(4);
        RateBudget budget = new RateBudget(20, share::value);
        callsAtOnce(budget);
        long alone = budget.turn(NOW);
        share.changes(-2);

        assertThat(budget.turn(NOW) - alone).isEqualTo(Duration.ofMillis(100).toNanos());
    }

    @Test
    void keepsTheLeastShareBeforeThereIsAnyPartition() {
        share.reads("scheduled", 4);

        assertThat(callsAtOnce(new RateBudget(20, share::value))).isEqualTo(5);
    }

    @Test
    void refusesABudgetOfNothing() {
        assertThatThrownBy(() -> new RateBudget(0, share::value))
                .hasMessage("demarc.aws.calls-per-second is 0.0; accepted: more than 0");
    }

    private static long callsAtOnce(RateBudget budget) {
        return LongStream.generate(() -> budget.turn(NOW))
                .takeWhile(turn -> turn <= NOW)
                .count();
    }
}
