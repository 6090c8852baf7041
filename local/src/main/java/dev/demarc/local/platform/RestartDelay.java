package dev.demarc.local.platform;

import java.time.Duration;

/** How long to wait before a service that died starts again: doubling, and short again after a long life. */
final class RestartDelay {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LONG_LIFE = Duration.ofMinutes(2);
    private static final int DOUBLINGS = 5;

    private int deaths;
    private long lastDeath;

    Duration afterDeath(long nanoTime) {
        boolean livedLong = deaths > 0 && nanoTime - lastDeath > LONG_LIFE.toNanos();
        deaths = livedLong ? 1 : deaths + 1;
        lastDeath = nanoTime;
        Duration delay = FIRST.multipliedBy(1L << Math.min(deaths - 1, DOUBLINGS));
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    int deaths() {
        return deaths;
    }
}
