package dev.demarc.assessment.drift;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What moves are counted by: hours, and days (UTC), so that a long time is not summed up from its hours. */
enum Span {
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS);

    private final ChronoUnit unit;

    Span(ChronoUnit unit) {
        this.unit = unit;
    }

    int hours() {
        return Math.toIntExact(unit.getDuration().toHours());
    }

    /** When the one begins that an instant lies in. */
    Instant begin(Instant at) {
        return at.truncatedTo(unit);
    }

    /** When the one after it begins. */
    Instant next(Instant at) {
        return begin(at).plus(unit.getDuration());
    }
}
