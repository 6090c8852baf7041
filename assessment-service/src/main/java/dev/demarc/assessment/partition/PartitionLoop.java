package dev.demarc.assessment.partition;

import dev.demarc.assessment.catalog.Judging;
import dev.demarc.assessment.catalog.JudgingVersion;
import dev.demarc.assessment.partition.Takeover.Taken;
import dev.demarc.shell.loop.Step;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of a partition, in a thread of its own: takes the partition, then turns by turn ingests records,
 * removes, sees to the upkeep. After any fault it forgets what it knows, waits, takes the partition anew and goes on where
 * the database says.
 */
final class PartitionLoop implements Step {
    /** Where the loop asks its records from. */
    interface Source {
        void seek(PartitionLoop loop, long generation, long offset, @Nullable Integer leaderEpoch);
    }

    private static final Logger LOG = Logger.getLogger(PartitionLoop.class);
    private static final Duration IDLE = Duration.ofMillis(200);

    private final int partition;
    private final LoopParts parts;
    private final Source source;
    private final PartitionQueue queue;
    private final PartitionMemory memory;
    private final Upkeep upkeep;
    private final Suspects suspects = new Suspects();
    private @Nullable Fence fence;
    private @Nullable JudgingVersion version;
    private volatile boolean confirmed = true;
    private volatile boolean diverged;
    private volatile boolean closing;
    private volatile long position = -1;

    PartitionLoop(int partition, LoopParts parts, Source source) {
        this.partition = partition;
        this.parts = parts;
        this.source = source;
        IngestConfig config = parts.config();
        queue = new PartitionQueue(config.batch());
        memory = new PartitionMemory(config.rememberedDigests());
        upkeep = new Upkeep(parts.chores(), config.upkeep());
    }

    int partition() {
        return partition;
    }

    PartitionQueue queue() {
        return queue;
    }

    /** Where ingestion goes on as of the last commit, -1 before the first. */
    long position() {
        return position;
    }

    /** The group still gives us the partition; after a fault it is taken only then. */
    void confirm() {
        confirmed = true;
    }

    /** Kafka has no longer what stood before our offset. */
    void diverge() {
        diverged = true;
    }

    @Override
    public void wake() {
        closing = true;
    }

    @Override
    public Duration turn() throws SQLException, InterruptedException {
        Optional<Judging> judging = parts.judge().newest();
        if (judging.isEmpty() || !confirmed) {
            return IDLE;
        }
        if (fence == null || diverged) {
            takeOver();
        }
        work(Objects.requireNonNull(fence), judging.get());
        return Duration.ZERO;
    }

    /** Forgets all that it knows of the partition, and takes it anew. */
    @Override
    public void failed(Throwable fault) {
        fence = null;
        confirmed = false;
        memory.forget();
        queue.nextGeneration();
    }

    private void takeOver() throws SQLException {
        memory.forget();
        long generation = queue.nextGeneration();
        Taken taken = parts.takeover().take(partition, diverged);
        diverged = false;
        fence = taken.fence();
        version = null;
        position = taken.fence().offset();
        source.seek(this, generation, taken.fence().offset(), taken.leaderEpoch());
        LOG.debugf("Partition %d is taken at offset %d", partition, position);
    }

    private void work(Fence held, Judging judging) throws SQLException, InterruptedException {
        if (!judging.version().equals(version)) {
            while (parts.removals().step(held, memory, judging)) {
                LOG.tracef("Partition %d: removals go on", partition);
            }
            version = judging.version();
            upkeep.judgedAnew();
        }
        ingest(held, judging, queue.take(limit(held), upkeep.isBusy() ? Duration.ZERO : IDLE));
        upkeep.turn(held, memory, judging);
    }

    private void ingest(Fence held, Judging judging, List<ConsumerRecord<String, byte[]>> records)
            throws SQLException, InterruptedException {
        int done = 0;
        while (done < records.size() && !closing) {
            done += ingestSome(held, judging, records.subList(done, records.size()));
            position = held.offset();
            while (memory.isRemoving() && !closing) {
                parts.removals().step(held, memory, judging);
            }
        }
    }

    private int ingestSome(Fence held, Judging judging, List<ConsumerRecord<String, byte[]>> records)
            throws SQLException, InterruptedException {
        ConsumerRecord<String, byte[]> first = records.get(0);
        Optional<Suspects.Verdict> refused = suspects.verdict(first.offset());
        try {
            if (refused.isPresent()) {
                Suspects.Verdict why = refused.get();
                parts.ingestion().refuse(held, memory, judging, first, why.reason(), why.how());
                return 1;
            }
            return parts.ingestion().ingest(held, memory, judging, records);
        } catch (SQLException | RuntimeException e) {
            suspects.failed(first.offset(), records.get(records.size() - 1).offset(), e);
            throw e;
        }
    }

    private int limit(Fence held) {
        return suspects.areLookedFor(held.offset()) ? 1 : parts.config().batch();
    }
}
