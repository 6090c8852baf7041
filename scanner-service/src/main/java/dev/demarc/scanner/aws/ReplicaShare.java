package dev.demarc.scanner.aws;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What part of the scan tasks' partitions this replica reads, and so what part of each rate budget it may use; the
 * whole where it reads none of the bus, as a command does.
 */
@Singleton
public final class ReplicaShare {
    private final Map<String, Integer> partitions = new ConcurrentHashMap<>();
    private final AtomicInteger own = new AtomicInteger();

    /** This replica takes tasks of a topic that has so many partitions. */
    public void reads(String topic, int partitionsOfAll) {
        partitions.put(topic, partitionsOfAll);
    }

    /** @param count of partitions that this replica was given; negative for what it gave away */
    public void changes(int count) {
        own.addAndGet(count);
    }

    /** Above 0, at most 1. */
    public double value() {
        int all = partitions.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 1 : Math.min(1, Math.max(1.0, own.get()) / all);
    }
}
