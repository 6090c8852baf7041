package dev.demarc.scanner.scan;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** A wait that an interrupt ends, and with it the work that waits. */
final class Pause {
    private Pause() {}

    /** @throws CancellationException where the thread is interrupted */
    static void of(Duration length) {
        try {
            TimeUnit.NANOSECONDS.sleep(length.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting");
        }
    }
}
