package dev.demarc.e2e;

import dev.demarc.bench.ingest.RunMessages;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A scanner that rests only between rounds: run after run of its scopes, each other than the one before, each sent until
 * Kafka has it; knows what Kafka has.
 */
final class ChaosLoad {
    static final String ORGANIZATION = "chaos";

    private static final int SCOPES = 10;
    private static final Duration TIME_TO_REST = Duration.ofMinutes(2);
    private static final Duration BETWEEN_RUNS = Duration.ofMillis(200);
    private static final Duration AFTER_A_FAULT = Duration.ofMillis(200);

    /**
     * A scope's last run, as Kafka has it.
     *
     * @param resources what is known of each by it
     * @param begunAt not after the run began, by the right clock
     */
    record Sent(List<ResourceConfiguration> resources, Instant begunAt) {
        Sent {
            resources = List.copyOf(resources);
        }
    }

    private final String bootstrapServers;
    private final List<Scope> scopes = IntStream.range(0, SCOPES)
            .mapToObj(i -> new Scope("77777777%04d".formatted(i), "eu-central-1", ChaosBuckets.TYPE))
            .toList();
    private final Map<Scope, Sent> sent = new ConcurrentHashMap<>();
    private final Map<Scope, Duration> skews = new ConcurrentHashMap<>();
    private final Map<Scope, ChaosSpoil> spoils = new ConcurrentHashMap<>();
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger records = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
    private Thread thread = new Thread(() -> {});
    private volatile boolean resting;
    private int next;

    ChaosLoad(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Makes the accounts known and each scope read once. */
    void begin() {
        until(this::announce);
        once();
    }

    void work() {
        resting = false;
        thread = new Thread(this::goRound, "chaos-load");
        thread.setUncaughtExceptionHandler((ended, failure) -> failed.set(failure));
        thread.start();
    }

    /** Ends the work with its last run, all of which Kafka has then. */
    void rest() throws InterruptedException {
        resting = true;
        thread.join(TIME_TO_REST.toMillis());
        Throwable failure = failed.get();
        if (failure != null || thread.isAlive()) {
            throw new IllegalStateException("the load did not end in order", failure);
        }
    }

    /** Sends one more run of every scope while the load rests. */
    void once() {
        scopes.forEach(scope -> until(producer -> run(producer, scope)));
    }

    List<Scope> scopes() {
        return scopes;
    }

    Map<Scope, Sent> sent() {
        return Map.copyOf(sent);
    }

    int runs() {
        return runs.get();
    }

    int records() {
        return records.get();
    }

    /** Has the clock that tells the times of the scope's next run be off. */
    void skew(Scope scope, Duration by) {
        skews.put(scope, by);
    }

    /** Has something of the scope's next run be broken. */
    void spoil(Scope scope, ChaosSpoil spoil) {
        spoils.put(scope, spoil);
    }

    /** Sends records that stand for themselves, if Kafka takes them. */
    void sendOnce(List<ProducerRecord<String, byte[]>> strays) {
        tried(producer -> {
            for (ProducerRecord<String, byte[]> stray : strays) {
                producer.send(stray).get();
                records.incrementAndGet();
            }
        });
    }

    /** A run that Kafka may have in part is followed by a whole one of its scope, even where the load rests by then. */
    private void goRound() {
        until(producer -> {
            do {
                run(producer, scopes.get(next));
                next = (next + 1) % SCOPES;
                TimeUnit.MILLISECONDS.sleep(BETWEEN_RUNS.toMillis());
            } while (!resting);
        });
    }

    private void announce(KafkaProducer<String, byte[]> producer) throws ExecutionException, InterruptedException {
        for (Scope scope : scopes) {
            Account account = new Account(
                    scope.account(),
                    "chaos " + scope.account(),
                    ORGANIZATION,
                    List.of(),
                    Account.Status.ACTIVE,
                    List.of(scope.region()),
                    null);
            producer.send(Event.of(EventType.ACCOUNT, account, "/chaos")
                            .to(Topic.ACCOUNTS, scope.account(), Instant.now()))
                    .get();
        }
    }

    private void run(KafkaProducer<String, byte[]> producer, Scope scope)
            throws ExecutionException, InterruptedException {
        Instant now = Instant.now();
        int number = runs.incrementAndGet();
        Instant dated = now.plus(skews.getOrDefault(scope, Duration.ZERO));
        List<ResourceConfiguration> buckets = ChaosBuckets.of(scope, number, dated);
        ChaosSpoil spoil = spoils.getOrDefault(scope, ChaosSpoil.NOTHING);
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        RunMessages.send(scope, new RunId("chaos-" + number, 1), dated, buckets, messages::add);
        List<Future<RecordMetadata>> acknowledged = new ArrayList<>();
        for (ProducerRecord<String, byte[]> message : spoil.spoil(messages)) {
            acknowledged.add(producer.send(message));
        }
        for (Future<RecordMetadata> each : acknowledged) {
            each.get();
            records.incrementAndGet();
        }
        skews.remove(scope);
        spoils.remove(scope, spoil);
        if (spoil.endsInAListing()) {
            sent.put(scope, new Sent(spoil.known(buckets), now.truncatedTo(ChronoUnit.MILLIS)));
        } else {
            run(producer, scope);
        }
    }

    /** What is sent to a Kafka. */
    @FunctionalInterface
    private interface Sending {
        void to(KafkaProducer<String, byte[]> producer) throws ExecutionException, InterruptedException;
    }

    private void until(Sending sending) {
        while (!tried(sending)) {
            try {
                TimeUnit.MILLISECONDS.sleep(AFTER_A_FAULT.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private boolean tried(Sending sending) {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            sending.to(producer);
            return true;
        } catch (ExecutionException | KafkaException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "max.block.ms",
                        5_000,
                        "request.timeout.ms",
                        5_000,
                        "delivery.timeout.ms",
                        10_000,
                        "max.request.size",
                        Topic.MAX_MESSAGE_BYTES,
                        "linger.ms",
                        5),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
