package dev.demarc.assessment.partition;

import dev.demarc.assessment.ingest.Message;
import dev.demarc.assessment.ingest.MessageReader;
import dev.demarc.assessment.resource.Digest;
import dev.demarc.assessment.run.ScopeState;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.resource.RunBegun;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Tells, by headers alone, which records of a batch change nothing: resources that are stored just so, read by the run
 * of their scope that began last. One that changes within the batch and then back is not among them.
 */
final class Sieve {
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Newest(byte[] run, Instant begunAt) {
        private static final Newest NONE = new Newest(new byte[0], Instant.MIN);
    }

    private final PartitionMemory memory;
    private final Map<String, Newest> newest = new HashMap<>();
    private final Set<Long> changing = new HashSet<>();

    Sieve(PartitionMemory memory) {
        this.memory = memory;
    }

    boolean holdsBack(ConsumerRecord<String, byte[]> message) {
        Optional<Digest> digest = MessageReader.digestOf(message);
        return digest.isPresent()
                && memory.digests().isStored(digest.get())
                && isOfNewestRun(message)
                && !isChanging(message);
    }

    /** Must hear of every message that is not held back. */
    void passes(Message message) {
        if (message instanceof Message.Item item) {
            changing.add(item.rid());
        } else if (message instanceof Message.Begin begin) {
            begins(begin.begun());
        }
    }

    private void begins(RunBegun begun) {
        String key = begun.scope().toString();
        byte[] run = EventHeaders.bytes(begun.run().toString());
        Newest before = newest(key);
        if (!Arrays.equals(run, before.run()) && begun.begunAt().isAfter(before.begunAt())) {
            newest.put(key, new Newest(run, begun.begunAt()));
        }
    }

    private boolean isOfNewestRun(ConsumerRecord<String, byte[]> message) {
        Header run = message.headers().lastHeader(EventHeaders.RUN);
        return run != null
                && message.key() != null
                && Arrays.equals(run.value(), newest(message.key()).run());
    }

    private boolean isChanging(ConsumerRecord<String, byte[]> message) {
        return !changing.isEmpty()
                && MessageReader.ridOf(message).filter(changing::contains).isPresent();
    }

    private Newest newest(String key) {
        return newest.computeIfAbsent(key, unknown -> memory.name(key)
                .flatMap(scope -> memory.scope(scope.number()))
                .map(ScopeState::newest)
                .map(known -> new Newest(EventHeaders.bytes(known.run()), known.begunAt()))
                .orElse(Newest.NONE));
    }
}
