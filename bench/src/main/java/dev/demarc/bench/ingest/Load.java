package dev.demarc.bench.ingest;

import dev.demarc.bench.judge.BenchCatalog;
import dev.demarc.bench.judge.SyntheticBuckets;
import dev.demarc.bench.platform.BenchPlatform;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import dev.demarc.local.platform.Service;
import dev.demarc.shell.kafka.KafkaClients;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Lays work in while assessment stands still, and times how it is caught up with. */
public final class Load implements AutoCloseable {
    private static final String CLIENT = "bench";
    private static final int REVISION = 1_000_000;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** What goes on beside the catching up. */
    @FunctionalInterface
    public interface Beside {
        AutoCloseable begin();
    }

    private final BenchPlatform platform;
    private final Connection database;
    private final String organization;
    private final int perScope;
    private final SyntheticRuns runs;
    private final KafkaClients kafka;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();

    /** @param organization of the accounts that are laid in */
    public Load(BenchPlatform platform, Connection database, String organization, int perScope) {
        this.platform = platform;
        this.database = database;
        this.organization = organization;
        this.perScope = perScope;
        runs = new SyntheticRuns(perScope);
        kafka = platform.kafka();
        producer = producer(kafka);
    }

    /** So many scopes, each in an account of its own. */
    public static List<Scope> scopes(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> new Scope("99999999%04d".formatted(i), "eu-central-1", SyntheticBuckets.TYPE))
                .toList();
    }

    /** Tells of the accounts, and of the catalog that they are judged by. */
    public void announce(List<Scope> scopes) throws InterruptedException, SQLException {
        Instant now = Instant.now();
        scopes.forEach(scope ->
                send(Event.of(EventType.ACCOUNT, account(scope), "/bench").to(Topic.ACCOUNTS, scope.account(), now)));
        send(Event.of(EventType.CATALOG_REVISION, BenchCatalog.revision(REVISION, now), "/bench")
                .compressed()
                .to(Topic.CATALOG, "current", now));
        flush();
        await("SELECT count(*) FROM judging_version WHERE revision = " + REVISION, 1);
    }

    /** Resources a second that one run of every scope takes; {@code changed} is the share that differs. */
    public double run(List<Scope> scopes, String scan, double changed) throws Exception {
        return run(scopes, scan, changed, () -> () -> {});
    }

    public double run(List<Scope> scopes, String scan, double changed, Beside beside) throws Exception {
        platform.suspend(Service.ASSESSMENT);
        scopes.forEach(scope -> runs.send(scope, new RunId(scan, 1), changed, this::send));
        flush();
        long ends = ends();
        long begun = System.nanoTime();
        platform.resume(Service.ASSESSMENT);
        AutoCloseable going = beside.begin();
        try {
            await("SELECT coalesce(sum(next_offset), 0) FROM partition_state", ends);
            return (double) scopes.size() * perScope * 1e9 / (System.nanoTime() - begun);
        } finally {
            going.close();
        }
    }

    /** Records a second that a consumer takes which does nothing with them. */
    double bareConsume() {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long left = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long all = left;
            long begun = System.nanoTime();
            while (left > 0) {
                left -= consumer.poll(Duration.ofSeconds(5)).count();
            }
            return all * 1e9 / (System.nanoTime() - begun);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private Account account(Scope scope) {
        return new Account(
                scope.account(),
                scope.account(),
                organization,
                List.of(),
                Account.Status.ACTIVE,
                List.of(scope.region()),
                null);
    }

    private void send(ProducerRecord<String, byte[]> record) {
        var unused = producer.send(record, (sent, failure) -> {
            if (failure != null) {
                refused.compareAndSet(null, failure);
            }
        });
    }

    private void flush() {
        producer.flush();
        Exception failure = refused.get();
        if (failure != null) {
            throw new IllegalStateException("Kafka refused a record of the bench", failure);
        }
    }

    private long ends() {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private static List<TopicPartition> partitions() {
        return IntStream.range(0, Topic.RESOURCES.partitions())
                .mapToObj(partition -> new TopicPartition(Topic.RESOURCES.topicName(), partition))
                .toList();
    }

    private void await(String query, long atLeast) throws InterruptedException, SQLException {
        long until = System.nanoTime() + LIMIT.toNanos();
        try (Statement statement = database.createStatement()) {
            while (number(statement, query) < atLeast) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("after " + LIMIT + " still fewer than " + atLeast + ": " + query);
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static KafkaProducer<String, byte[]> producer(KafkaClients kafka) {
        return kafka.producer(
                CLIENT,
                Map.of(
                        "linger.ms",
                        20,
                        "batch.size",
                        256 * 1024,
                        "buffer.memory",
                        64L * 1024 * 1024,
                        "max.block.ms",
                        60_000));
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return kafka.consumer(CLIENT, Map.of("max.poll.records", 2_000));
    }
}
