package dev.demarc.assessment.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.problem.StoreBusyException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final int READERS = 4;

    private final Turns turns = new Turns(2, 0.5, Duration.ofSeconds(30));
    private final Turns impatient = new Turns(1, 0.5, Duration.ofMillis(10));
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void readersReadTogetherWhileAPlaceIsLeft() throws Exception {
        turns.beginWriting();
        CountDownLatch together = new CountDownLatch(READERS);

        List<Future<Boolean>> reads = start(() -> {
            together.countDown();
            return together.await(30, TimeUnit.SECONDS);
        });

        for (Future<Boolean> read : reads) {
            assertThat(read.get()).isTrue();
        }
    }

    @Test
    void readersComeOneAfterAnotherWhileEveryPlaceIsWrittenAt() throws Exception {
        turns.beginWriting();
        turns.beginWriting();
        AtomicInteger reading = new AtomicInteger();

        List<Future<Integer>> reads = start(() -> {
            int together = reading.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(5);
            reading.decrementAndGet();
            return together;
        });

        for (Future<Integer> read : reads) {
            assertThat(read.get()).isOne();
        }
    }

    @Test
    void whoFindsNoTurnInTimeIsRefused() throws Exception {
        impatient.beginWriting();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Future<Boolean> longRead = threads.submit(() -> impatient.read(() -> {
            begun.countDown();
            return waited(over);
        }));
        begun.await();

        assertThatThrownBy(() -> impatient.read(() -> true)).isInstanceOf(StoreBusyException.class);

        over.countDown();
        assertThat(longRead.get()).isTrue();
    }

    @Test
    void aReadThatFailsGivesItsTurnOn() throws Exception {
        impatient.beginWriting();

        assertThatThrownBy(() -> impatient.read(() -> {
                    throw new SQLException("no");
                }))
                .hasMessage("no");

        assertThat(impatient.<Boolean>read(() -> true)).isTrue();
    }

    @Test
    void aShareOfNothingStopsTheStart() {
        assertThatThrownBy(() -> new Turns(1, 0, Duration.ZERO))
                .hasMessage("demarc.reads.share-while-writing is 0.0; accepted: more than 0, at most 1");
    }

    /** What a reader does, in the time that it takes. */
    private interface Reading<T> {
        T read() throws InterruptedException;
    }

    private <T> List<Future<T>> start(Reading<T> reading) {
        return Stream.generate(() -> threads.submit(() -> turns.read(() -> uninterrupted(reading))))
                .limit(READERS)
                .toList();
    }

    private static boolean waited(CountDownLatch latch) {
        return uninterrupted(() -> latch.await(30, TimeUnit.SECONDS));
    }

    private static <T> T uninterrupted(Reading<T> reading) {
        try {
            return reading.read();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
