package dev.demarc.assessment.bus;

import java.time.Duration;

/** How long to wait after the next fault in a row: doubling up to a limit. */
public final class BackOff {
    private final Duration first;
    private final Duration most;
    private int faults;

    public BackOff(Duration first, Duration most) {
        this.first = first;
        this.most = most;
    }

    public Duration next() {
        Duration wait = first.multipliedBy(1L << Math.min(faults, 20));
        faults++;
        return wait.compareTo(most) < 0 ? wait : most;
    }

    public void succeeded() {
        faults = 0;
    }
}
