package dev.demarc.assessment.bus;

import java.util.UUID;

/**
 * What Kafka holds of a partition.
 *
 * @param topic the topic's id, another one where it was made anew
 * @param begin the first offset that is there
 * @param end the offset after the last
 */
public record LogPosition(UUID topic, long begin, long end) {
    /** Whether one who goes on at the offset misses nothing. */
    public boolean holds(long offset) {
        return begin <= offset && offset <= end;
    }
}
