package dev.demarc.shell.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopsTest {
    private static final Duration SOON = Duration.ofMillis(1);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Loops loops = new Loops(metrics, new Impatient());

    @AfterEach
    void stop() {
        loops.close();
    }

    @Test
    void turnsOnAfterAnyException() {
        AtomicInteger turns = new AtomicInteger();

        loops.start("stumbling", () -> {
            if (turns.incrementAndGet() == 1) {
                throw new ClassCastException("a defect");
            }
            return SOON;
        });

        await().until(() -> turns.get() > 3);
        await().untilAsserted(() -> assertThat(loops.notAlive()).isEmpty());
        assertThat(metrics.counter("demarc.loop.faults", "loop", "stumbling", "kind", "DEFECT")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void turnsLivenessRedWhenADefectLasts() {
        loops.start("broken", failing(() -> new IllegalStateException("IN_TRANSACTION to IN_TRANSACTION")));

        await().untilAsserted(
                        () -> assertThat(loops.notAlive().get("broken")).contains("IN_TRANSACTION to IN_TRANSACTION"));
    }

    @Test
    void staysAliveButIsNotReadyWhileKafkaIsAway() {
        loops.start("waiting", failing(() -> new KafkaException("no broker answers")));

        await().untilAsserted(() -> assertThat(loops.notReady()).containsKey("waiting"));
        assertThat(loops.notAlive()).isEmpty();
    }

    @Test
    void turnsLivenessRedWhenAThreadStandsStill() {
        CountDownLatch never = new CountDownLatch(1);

        loops.start("stuck", () -> {
            never.await();
            return SOON;
        });

        await().untilAsserted(() -> assertThat(loops.notAlive()).containsKey("stuck"));
        never.countDown();
    }

    @Test
    void turnsLivenessRedForGoodWhenAThreadDies() {
        loops.start("dying", () -> {
            throw new InternalError("the virtual machine is broken");
        });

        await().untilAsserted(() ->
                assertThat(loops.notAlive().get("dying")).isEqualTo("died: the virtual machine is broken"));
        assertThat(loops.notReady()).containsKey("dying");
    }

    @Test
    void forgetsAndGivesBackInItsOwnThread() {
        AtomicInteger forgotten = new AtomicInteger();
        AtomicBoolean closed = new AtomicBoolean();
        Loop loop = loops.start("careful", new Step() {
            @Override
            public Duration turn() {
                throw new IllegalStateException("always");
            }

            @Override
            public void failed(Throwable fault) {
                forgotten.incrementAndGet();
                throw new IllegalStateException("not even this");
            }

            @Override
            public void close() {
                closed.set(Thread.currentThread().getName().equals("careful"));
            }
        });
        await().until(() -> forgotten.get() > 1);

        loop.close();

        assertThat(closed).isTrue();
    }

    @Test
    void endsARestWhenWoken() {
        AtomicInteger turns = new AtomicInteger();
        Loop loop = loops.start("resting", () -> {
            turns.incrementAndGet();
            return Duration.ofHours(1);
        });
        await().until(() -> turns.get() == 1);

        loop.wake();

        await().until(() -> turns.get() == 2);
    }

    @Test
    void measuresHowLongAgoALoopTurnedUntilItEnds() {
        Loop loop = loops.start("measured", () -> SOON);
        assertThat(metrics.get("demarc.loop.idle")
                        .tag("loop", "measured")
                        .gauge()
                        .value())
                .isBetween(0.0, 60.0);

        loop.close();

        assertThat(metrics.find("demarc.loop.idle").tag("loop", "measured").gauge())
                .isNull();
    }

    private static Step failing(Supplier<RuntimeException> fault) {
        return () -> {
            throw fault.get();
        };
    }

    private static final class Impatient implements LoopConfig {
        @Override
        public Duration patience() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration mostOfATurn() {
            return Duration.ofMillis(300);
        }

        @Override
        public Duration firstBackOff() {
            return Duration.ofMillis(5);
        }

        @Override
        public Duration mostBackOff() {
            return Duration.ofMillis(10);
        }
    }
}
