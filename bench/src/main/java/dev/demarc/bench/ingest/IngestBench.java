package dev.demarc.bench.ingest;

import dev.demarc.bench.figure.Row;
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
import java.io.IOException;
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
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** From Kafka to committed verdicts: work is laid in while assessment stands still, then timed. */
public final class IngestBench {
    private static final int SCOPES = 40;
    private static final int REVISION = 1_000_000;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final BenchPlatform platform;
    private final Connection database;
    private final int perScope;
    private final List<Scope> first = scopes(0);
    private final List<Scope> second = scopes(SCOPES);
    private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();
    private final SyntheticRuns runs;

    public IngestBench(BenchPlatform platform, Connection database, int resources) {
        this.platform = platform;
        this.database = database;
        this.perScope = resources / SCOPES;
        this.runs = new SyntheticRuns(perScope);
    }

    private static List<Scope> scopes(int from) {
        return IntStream.range(from, from + SCOPES)
                .mapToObj(i -> new Scope("99999999%04d".formatted(i), "eu-central-1", SyntheticBuckets.TYPE))
                .toList();
    }

    public List<Row> run() throws IOException, InterruptedException, SQLException {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            announce(producer);
            double cold = load(producer, first, "all-new", 1.0);
            double fresh = load(producer, second, "all-new", 1.0);
            double unchanged = load(producer, second, "unchanged", 0.0);
            double few = load(producer, second, "few-changed", 0.05);
            double consumed = bareConsume();
            return List.of(
                    Row.of("limit: bare consume", consumed, "resources/s"),
                    Row.of("Kafka to committed verdicts, all new", fresh, "resources/s")
                            .goal("goal 15,000, then 20,000"),
                    Row.of("same, the first after the start", cold, "resources/s"),
                    Row.of("same, nothing changed", unchanged, "resources/s").goal("goal 80,000, then 100,000"),
                    Row.of("same, 5 % changed", few, "resources/s"));
        }
    }

    private void announce(KafkaProducer<String, byte[]> producer) throws InterruptedException, SQLException {
        Instant now = Instant.now();
        Stream.concat(first.stream(), second.stream())
                .forEach(scope -> send(
                        producer,
                        Event.of(EventType.ACCOUNT, account(scope), "/bench")
                                .to(Topic.ACCOUNTS, scope.account(), now)));
        send(
                producer,
                Event.of(EventType.CATALOG_REVISION, BenchCatalog.revision(REVISION, now), "/bench")
                        .compressed()
                        .to(Topic.CATALOG, "current", now));
        flush(producer);
        await("SELECT count(*) FROM judging_version WHERE revision = " + REVISION, 1);
    }

    private static Account account(Scope scope) {
        return new Account(
                scope.account(),
                scope.account(),
                "bench",
                List.of(),
                Account.Status.ACTIVE,
                List.of(scope.region()),
                null);
    }

    /** Resources a second that one run of every scope takes; {@code changed} is the share that differs. */
    private double load(KafkaProducer<String, byte[]> producer, List<Scope> scopes, String scan, double changed)
            throws IOException, InterruptedException, SQLException {
        platform.suspend(Service.ASSESSMENT);
        scopes.forEach(scope -> runs.send(scope, new RunId(scan, 1), changed, record -> send(producer, record)));
        flush(producer);
        long ends = ends();
        long begun = System.nanoTime();
        platform.resume(Service.ASSESSMENT);
        await("SELECT coalesce(sum(next_offset), 0) FROM partition_state", ends);
        return SCOPES * perScope * 1e9 / (System.nanoTime() - begun);
    }

    private void send(KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> record) {
        var unused = producer.send(record, (sent, failure) -> {
            if (failure != null) {
                refused.compareAndSet(null, failure);
            }
        });
    }

    private void flush(KafkaProducer<String, byte[]> producer) {
        producer.flush();
        Exception failure = refused.get();
        if (failure != null) {
            throw new IllegalStateException("Kafka refused a record of the bench", failure);
        }
    }

    private double bareConsume() {
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

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        platform.state().bootstrapServers(),
                        "compression.type",
                        "lz4",
                        "linger.ms",
                        20,
                        "batch.size",
                        256 * 1024,
                        "buffer.memory",
                        64L * 1024 * 1024,
                        "max.request.size",
                        Topic.MAX_MESSAGE_BYTES),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", platform.state().bootstrapServers(), "max.poll.records", 2_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
