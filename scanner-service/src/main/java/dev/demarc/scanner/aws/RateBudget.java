package dev.demarc.scanner.aws;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Spaces the attempts of one client out evenly, after a burst of one second's calls. */
final class RateBudget implements ExecutionInterceptor {
    private final long interval;
    private final long burst;
    private long next = System.nanoTime();

    RateBudget(double callsPerSecond) {
        if (!(callsPerSecond > 0)) {
            throw new IllegalArgumentException(
                    "demarc.aws.calls-per-second is %s; accepted: more than 0".formatted(callsPerSecond));
        }
        interval = Math.round(TimeUnit.SECONDS.toNanos(1) / callsPerSecond);
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

    private synchronized long turn(long now) {
        next = Math.max(next, now - burst) + interval;
        return next;
    }
}
