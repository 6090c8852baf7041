package dev.demarc.assessment.partition;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What a test says that Kafka holds. */
final class WrittenLog implements ScopeMoves.Log {
    private final Map<Integer, Long> offsets = new HashMap<>();
    private int partitions = 1;

    /** The partition has so many records that came before whatever is asked about. */
    WrittenLog holding(int partition, long records) {
        offsets.put(partition, records);
        return this;
    }

    WrittenLog partitions(int count) {
        partitions = count;
        return this;
    }

    @Override
    public long offsetAt(int partition, Instant at) {
        return offsets.getOrDefault(partition, 0L);
    }

    @Override
    public int partitions() {
        return partitions;
    }
}
