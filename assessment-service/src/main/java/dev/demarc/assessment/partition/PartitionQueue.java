package dev.demarc.assessment.partition;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Records of one partition between the consumer and the partition's loop. Each taking of the partition is a generation;
 * records that were fetched for an earlier one are dropped.
 */
final class PartitionQueue {
    private static final long FULL_BYTES = 4L * 1024 * 1024;

    /** What a record weighs beside its value: nine headers, each in two buffers. */
    private static final long OVERHEAD_BYTES = 2048;

    private final int fullRecords;
    private final Deque<ConsumerRecord<String, byte[]>> records = new ArrayDeque<>();
    private long bytes;
    private long generation;

    PartitionQueue(int fullRecords) {
        this.fullRecords = fullRecords;
    }

    /** Drops everything; what is offered for the generation before will be dropped too. */
    synchronized long nextGeneration() {
        records.clear();
        bytes = 0;
        return ++generation;
    }

    synchronized void offer(long ofGeneration, List<ConsumerRecord<String, byte[]>> fetched) {
        if (ofGeneration == generation) {
            records.addAll(fetched);
            fetched.forEach(each -> bytes += size(each));
            notifyAll();
        }
    }

    synchronized boolean isFull() {
        return records.size() >= fullRecords || bytes >= FULL_BYTES;
    }

    /** At most so many records, none where none come in time. */
    synchronized List<ConsumerRecord<String, byte[]>> take(int most, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (long left = patience.toMillis(); records.isEmpty() && left > 0; ) {
            wait(left);
            left = (deadline - System.nanoTime()) / 1_000_000;
        }
        List<ConsumerRecord<String, byte[]>> taken = new ArrayList<>(Math.min(most, records.size()));
        while (taken.size() < most && !records.isEmpty()) {
            ConsumerRecord<String, byte[]> next = records.remove();
            bytes -= size(next);
            taken.add(next);
        }
        return taken;
    }

    private static long size(ConsumerRecord<String, byte[]> message) {
        return OVERHEAD_BYTES + (message.value() == null ? 0 : message.value().length);
    }
}
