package dev.demarc.assessment.partition;

import dev.demarc.assessment.catalog.Judging;
import dev.demarc.assessment.fixture.TestClock;
import dev.demarc.assessment.proposal.People;
import dev.demarc.assessment.recount.Recount;
import dev.demarc.assessment.resource.ConfigurationCodec;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.shell.kafka.DeadLetters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** One partition of one instance on a real database, given its records by hand. */
final class Workbench implements AutoCloseable {
    private static final int PARTITION = 0;

    private final Database database = Database.fresh();
    private final TestClock clock = new TestClock(Inputs.START);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final MockProducer<String, byte[]> letters = producer();
    private final MockProducer<String, byte[]> progress = producer();
    private final WrittenLog log = new WrittenLog();
    private final Instance instance;
    private PartitionMemory memory = new PartitionMemory(1_000_000);
    private Fence fence;
    private Optional<Instant> broker = Optional.empty();

    private Workbench(TestConfig config) {
        instance = Instance.on(
                        database.source(),
                        config,
                        new Feedback(
                                new DeadLetters(() -> letters, metrics),
                                new Overrulings(() -> progress),
                                new ClockSkews(metrics)),
                        log,
                        clock)
                .judgingBy(TestCatalog.first());
        database.update("INSERT INTO partition_state (partition, topic_id, next_offset, fence) VALUES (%d, '%s', 0, 1)"
                .formatted(PARTITION, new UUID(0, 1)));
        fence = new Fence(PARTITION, 1, 0);
    }

    static Workbench open() {
        return new Workbench(TestConfig.small());
    }

    static Workbench with(TestConfig config) {
        return new Workbench(config);
    }

    Database database() {
        return database;
    }

    TestClock clock() {
        return clock;
    }

    Instance instance() {
        return instance;
    }

    WrittenLog log() {
        return log;
    }

    Fence fence() {
        return fence;
    }

    /** Ingests the messages and does all removals that they ask for. */
    @SafeVarargs
    final Workbench ingest(List<ProducerRecord<String, byte[]>>... messages) {
        List<ProducerRecord<String, byte[]>> all = new ArrayList<>();
        for (List<ProducerRecord<String, byte[]>> each : messages) {
            all.addAll(each);
        }
        return ingestAll(all);
    }

    /** Ingests the messages and does all removals that they ask for. */
    Workbench ingestAll(List<ProducerRecord<String, byte[]>> messages) {
        try {
            List<ConsumerRecord<String, byte[]>> records = records(messages, fence.offset(), this::cameAt);
            for (int done = 0; done < records.size(); ) {
                done += instance.ingestion().ingest(fence, memory, judging(), records.subList(done, records.size()));
                while (memory.isRemoving()) {
                    instance.removals().step(fence, memory, judging());
                }
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** The instance is gone and another takes the partition with nothing in memory. */
    Workbench restart() {
        database.update("UPDATE partition_state SET fence = fence + 1");
        memory = new PartitionMemory(1_000_000);
        fence = new Fence(PARTITION, database.number("SELECT fence FROM partition_state"), fence.offset());
        return this;
    }

    Workbench judgeBy(CatalogRevision revision) {
        instance.judgingBy(revision);
        return this;
    }

    /** Does everything that the loop does between records, until nothing is left. */
    Workbench upkeep() {
        Chores chores = instance.chores();
        try {
            for (boolean more = true; more; ) {
                more = chores.reassessing().step(fence, judging());
            }
            chores.months().keep();
            chores.ageing().all(fence, memory, judging());
            chores.reowning().all(fence, memory, judging());
            for (boolean more = true; more; ) {
                more = chores.restating().step(fence, judging());
            }
            for (boolean more = true; more; ) {
                more = chores.reviewing().step(fence, judging());
            }
            for (boolean more = true; more; ) {
                more = chores.departures().step(fence, memory, judging());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    People people() {
        return new People(instance.chores().acts(), instance.judge(), instance.catalog(), clock);
    }

    Judging judging() {
        return instance.judge().newest().orElseThrow();
    }

    /** Wherever a tally, or a count beside it, does not equal what it counts. */
    List<Object> disagreements() {
        Recount.Report report = report();
        List<Object> all = new ArrayList<>(report.disagreements());
        all.addAll(report.wrongCounts());
        return all;
    }

    Recount.Report report() {
        try {
            return instance.recount().run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is stored of a resource's configuration. */
    Map<String, @Nullable Object> configuration(String resourceId) {
        return new ConfigurationCodec(Map.of())
                .unpack(database.configuration(resourceId))
                .configuration();
    }

    List<String> reasonsOfDeadLetters() {
        return letters.history().stream()
                .map(letter ->
                        EventHeaders.text(letter.headers(), EventHeaders.REASON).orElseThrow())
                .toList();
    }

    /** What was told of runs that another overrules. */
    List<ScanProgress> overruled() {
        return progress.history().stream()
                .map(message -> Json.read(message.value(), ScanProgress.class))
                .toList();
    }

    private static MockProducer<String, byte[]> producer() {
        return new MockProducer<>(true, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
    }

    /** From now on the broker's clock says this, whatever the messages do. */
    Workbench brokerAt(Instant time) {
        broker = Optional.of(time);
        return this;
    }

    /** When a message came: when it says that it was made, unless that is far in the future. */
    private Instant cameAt(ProducerRecord<String, byte[]> message) {
        Instant most = clock.instant().plus(Duration.ofDays(1));
        return broker.orElseGet(() -> made(message).isAfter(most) ? most : made(message));
    }

    private static Instant made(ProducerRecord<String, byte[]> message) {
        return Instant.parse(
                EventHeaders.text(message.headers(), EventHeaders.TIME).orElseThrow());
    }

    static List<ConsumerRecord<String, byte[]>> records(List<ProducerRecord<String, byte[]>> messages, long from) {
        return records(messages, from, Workbench::made);
    }

    private static List<ConsumerRecord<String, byte[]>> records(
            List<ProducerRecord<String, byte[]>> messages,
            long from,
            Function<ProducerRecord<String, byte[]>, Instant> cameAt) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (ProducerRecord<String, byte[]> message : messages) {
            records.add(new ConsumerRecord<>(
                    Topic.RESOURCES.topicName(),
                    PARTITION,
                    from + records.size(),
                    cameAt.apply(message).toEpochMilli(),
                    TimestampType.LOG_APPEND_TIME,
                    0,
                    message.value() == null ? 0 : message.value().length,
                    message.key(),
                    message.value(),
                    message.headers(),
                    Optional.of(0)));
        }
        return records;
    }

    @Override
    public void close() {
        database.close();
    }
}
