package dev.demarc.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartDelayTest {
    private final RestartDelay delay = new RestartDelay();

    @Test
    void doublesUpToHalfAMinute() {
        var delays = IntStream.range(0, 7)
                .mapToObj(death -> delay.afterDeath(Duration.ofSeconds(death).toNanos()))
                .map(Duration::toSeconds);

        assertThat(delays).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void isShortAgainAfterALongLife() {
        delay.afterDeath(0);
        delay.afterDeath(Duration.ofSeconds(1).toNanos());

        Duration afterLongLife = delay.afterDeath(Duration.ofMinutes(10).toNanos());

        assertThat(afterLongLife).isEqualTo(Duration.ofSeconds(1));
    }
}
