package dev.demarc.scanner.scan;

import dev.demarc.contracts.scan.ScanRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One turn of the schedule, the same for every replica; it names its scan. */
record Slot(Instant begin) {
    private static final Duration LEAST = Duration.ofMinutes(1);

    /** @throws IllegalArgumentException where the interval is too short to scan anything in */
    static Slot at(Instant time, Duration interval) {
        if (interval.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(
                    "demarc.scan.interval is %s; accepted: a duration of a minute or more, such as 24h"
                            .formatted(interval));
        }
        long length = interval.toMillis();
        return new Slot(Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), length) * length));
    }

    /** The id of its scan. */
    String id() {
        return "schedule-" + begin;
    }

    ScanRequest request(Instant now) {
        return new ScanRequest(id(), now, ScanRequest.Trigger.SCHEDULE, List.of(), List.of(), List.of());
    }
}
