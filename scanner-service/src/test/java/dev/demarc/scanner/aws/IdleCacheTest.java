package dev.demarc.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IdleCacheTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final IdleCache<Object> cache = new IdleCache<>(2, Duration.ofMinutes(10), now::get);

    @Test
    void keepsWhatIsAskedForAgainInTime() {
        Object made = cache.get("a", Object::new);

        passes(Duration.ofMinutes(9));
        cache.get("a", Object::new);
        passes(Duration.ofMinutes(9));

        assertThat(cache.get("a", Object::new)).isSameAs(made);
    }

    @Test
    void forgetsWhatNobodyAskedForInAWhile() {
        Object made = cache.get("a", Object::new);

        passes(Duration.ofMinutes(11));
        cache.get("b", Object::new);

        assertThat(cache.size()).isEqualTo(1);
        assertThat(cache.get("a", Object::new)).isNotSameAs(made);
    }

    @Test
    void letsTheLongestIdleMakeRoom() {
        Object first = cache.get("a", Object::new);
        passes(Duration.ofSeconds(1));
        Object second = cache.get("b", Object::new);
        passes(Duration.ofSeconds(1));
        cache.get("a", Object::new);

        cache.get("c", Object::new);

        assertThat(cache.size()).isEqualTo(2);
        assertThat(cache.get("a", Object::new)).isSameAs(first);
        assertThat(cache.get("b", Object::new)).isNotSameAs(second);
    }

    private void passes(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
