package dev.demarc.assessment.partition;

import java.util.UUID;

/**
 * What Kafka holds of a partition.
 *
 * @param topic the topic's id, another one where it was made anew
 * @param begin the first offset that is there
 * @param end the offset after the last
 */
record LogPosition(UUID topic, long begin, long end) {
    boolean holds(long offset) {
        return begin <= offset && offset <= end;
    }
}
