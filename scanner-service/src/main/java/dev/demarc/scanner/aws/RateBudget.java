package dev.demarc.scanner.aws;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Spaces the attempts of one client out evenly, after a burst of one second's calls; of the calls that all replicas
 * may make together, those of this replica's share.
 */
final class RateBudget implements ExecutionInterceptor {
    private final long interval;
    private final DoubleSupplier share;
    private final long burst;
    private long next = System.nanoTime();

    /** @param share this replica's part of the calls, above 0, at most 1; it may change at any time */
    RateBudget(double callsPerSecond, DoubleSupplier share) {
        if (!(callsPerSecond > 0)) {
            throw new IllegalArgumentException(
                    "demarc.aws.calls-per-second is %s; accepted: more than 0".formatted(callsPerSecond));
        }
        interval = Math.round(TimeUnit.SECONDS.toNanos(1) / callsPerSecond);
        this.share = share;
        burst = Duration.ofSeconds(1).toNanos();
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        long turn = turn(System.nanoTime());
        for (long wait = turn - System.nanoTime(); wait > 0; wait = turn - System.nanoTime()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LockSupport.parkNanos(wait);
        }
    }

    /** When the next attempt may begin, as {@link System#nanoTime()} counts. */
    synchronized long turn(long now) {
        next = Math.max(next, now - burst) + Math.round(interval / share.getAsDouble());
        return next;
    }
}
