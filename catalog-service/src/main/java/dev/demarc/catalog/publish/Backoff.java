package dev.demarc.catalog.publish;

import java.time.Duration;

/** Pauses that double with each failure, up to a longest one. */
record Backoff(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 20;

    Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "pauses are %s and %s; accepted: more than zero, the longest no shorter than the first"
                            .formatted(first, longest));
        }
    }

    Duration pause(int failures) {
        Duration pause = first.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
