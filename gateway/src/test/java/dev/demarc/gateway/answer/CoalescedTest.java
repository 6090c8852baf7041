package dev.demarc.gateway.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CoalescedTest {
    private final Time time = new Time();
    private final Coalesced<String> coalesced = new Coalesced<>(time);
    private final AtomicInteger makings = new AtomicInteger();

    @Test
    void makesAnAnswerOnceForAVersion() {
        assertThat(text(coalesced.get("a", 1, this::make))).isEqualTo("1");
        assertThat(text(coalesced.get("a", 1, this::make))).isEqualTo("1");

        assertThat(makings).hasValue(1);
    }

    @Test
    void makesItAgainForANewVersionAndForAnotherQuestion() {
        coalesced.get("a", 1, this::make);

        assertThat(text(coalesced.get("a", 2, this::make))).isEqualTo("2");
        assertThat(text(coalesced.get("b", 2, this::make))).isEqualTo("3");
    }

    @Test
    void spendsNoMoreThanATenthOfTheTimeOnVersionsInARow() {
        coalesced.get("a", 0, () -> slow(Duration.ofMillis(50)));
        for (int version = 1; version <= 49; version++) {
            time.pass(Duration.ofMillis(10));
            coalesced.get("a", version, this::make);
        }
        assertThat(makings).hasValue(1);

        time.pass(Duration.ofMillis(10));
        assertThat(text(coalesced.get("a", 50, this::make))).isEqualTo("2");
    }

    @Test
    void isNeverOlderThanASecond() {
        coalesced.get("a", 0, () -> slow(Duration.ofSeconds(5)));
        time.pass(Duration.ofSeconds(1));

        assertThat(text(coalesced.get("a", 1, this::make))).isEqualTo("2");
    }

    @Test
    void givesWhoeverComesMeanwhileTheOneBefore() {
        CountDownLatch finish = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        coalesced.get("a", 1, this::make);
        CompletableFuture<Representation> making = CompletableFuture.supplyAsync(() -> coalesced.get("a", 2, () -> {
            begun.incrementAndGet();
            finish.countDown();
            await().until(() -> begun.get() > 1);
            return make();
        }));
        await().until(() -> finish.getCount() == 0);

        Representation meanwhile = coalesced.get("a", 2, this::make);
        begun.incrementAndGet();

        assertThat(text(meanwhile)).isEqualTo("1");
        assertThat(text(making.join())).isEqualTo("2");
    }

    @Test
    void keepsSoManyAnswersAndNoMore() {
        coalesced.get("first", 1, this::make);
        for (int question = 0; question < 256; question++) {
            coalesced.get("question " + question, 1, this::make);
        }

        assertThat(text(coalesced.get("first", 1, this::make))).isEqualTo("258");
    }

    private int slow(Duration duration) {
        time.pass(duration);
        return make();
    }

    private int make() {
        return makings.incrementAndGet();
    }

    private static String text(Representation representation) {
        return new String(representation.plain(), UTF_8);
    }

    private static final class Time extends Clock {
        private Instant now = Instant.parse("2026-06-01T00:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
