package dev.demarc.shell.loop;

import java.time.Duration;

/** How long to wait after the next fault in a row: doubling up to a limit. */
public final class BackOff {
    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final Duration most;
    private int faults;

    public BackOff(Duration first, Duration most) {
        if (first.isNegative() || first.isZero() || most.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "waits are %s and %s; accepted: more than zero, the longest no shorter than the first"
                            .formatted(first, most));
        }
        this.first = first;
        this.most = most;
    }

    public Duration next() {
        Duration wait = first.multipliedBy(1L << Math.min(faults, MOST_DOUBLINGS));
        faults++;
        return wait.compareTo(most) < 0 ? wait : most;
    }

    public void succeeded() {
        faults = 0;
    }
}
