package dev.demarc.assessment.partition;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.RunBegun;
import dev.demarc.contracts.resource.Source;
import java.time.Duration;
import java.time.Instant;

/** Which told times can be, by when they came onto the bus; a clock may be wrong, but nothing is seen before it is. */
final class BusTime {
    /** What is refused says this of itself. */
    static final String NO_TIME = "is yet to come or no time; accepted: until a day after it came onto the bus";

    /** No clock is further off. */
    private static final Duration MOST_SKEW = Duration.ofDays(36_525);

    private BusTime() {}

    /** A begin of a live run is corrected by its clock's offset; a file's time is what it is. */
    static boolean canBe(RunBegun begun, Instant cameAt) {
        return isNear(begun.begunAt(), cameAt)
                && (begun.source() == Source.LIVE || isNotYetToCome(begun.begunAt(), cameAt));
    }

    static boolean isNear(Instant told, Instant cameAt) {
        return Duration.between(cameAt, told).abs().compareTo(MOST_SKEW) <= 0;
    }

    static boolean isNotYetToCome(Instant at, Instant cameAt) {
        return !at.isAfter(cameAt.plus(ResourceConfiguration.MOST_AHEAD));
    }
}
