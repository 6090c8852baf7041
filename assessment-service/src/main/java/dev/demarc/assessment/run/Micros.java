package dev.demarc.assessment.run;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Durations as the database has them. */
final class Micros {
    private Micros() {}

    static long of(Duration duration) {
        return Math.multiplyExact(duration.getSeconds(), 1_000_000L) + duration.getNano() / 1000;
    }

    static Duration duration(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
