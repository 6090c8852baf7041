package dev.demarc.gateway.bus;

import dev.demarc.contracts.event.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The thread that follows the bus from the start of the gateway to its end. */
@Singleton
final class BusLoop {
    private static final Logger LOG = Logger.getLogger(BusLoop.class);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(2);
    private static final Duration PAUSE_WHEN_IDLE = Duration.ofMillis(200);

    private final String bootstrapServers;
    private final List<Feed> feeds;
    private final BusStatus status;
    private final BusConfig config;
    private final Clock clock;
    private final Counter refused;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "demarc-bus");

    @Inject
    BusLoop(
            @ConfigProperty(name = "kafka.bootstrap.servers", defaultValue = "localhost:9092") String bootstrapServers,
            @All List<Feed> feeds,
            BusStatus status,
            BusConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.bootstrapServers = bootstrapServers;
        this.feeds = feeds;
        this.status = status;
        this.config = config;
        this.clock = clock;
        this.refused = Counter.builder("demarc.gateway.records.refused")
                .description("Records of the bus that could not be understood and were left out")
                .register(meters);
        Gauge.builder("demarc.gateway.memory.age", status, known -> known.age().toSeconds())
                .description("How old the gateway's memory may be")
                .baseUnit("seconds")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop.countDown();
        thread.join(PAUSE_AFTER_FAULT.toMillis());
    }

    private void run() {
        boolean stopped = false;
        while (!stopped) {
            try (KafkaConsumer<String, byte[]> consumer =
                    new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
                BusReader reader = new BusReader(consumer, feeds, status, config, clock, refused);
                while (!stopped) {
                    reader.step();
                    stopped = pause(reader.isIdle() ? PAUSE_WHEN_IDLE : Duration.ZERO);
                }
            } catch (KafkaException e) {
                status.waitFor("Kafka, which cannot be read: " + e.getMessage());
                LOG.warnf("Kafka at %s cannot be read, trying again: %s", bootstrapServers, e.getMessage());
                stopped = pause(PAUSE_AFTER_FAULT);
            }
        }
    }

    private boolean pause(Duration time) {
        try {
            return stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Map<String, Object> settings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "demarc-gateway",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                Topic.MAX_MESSAGE_BYTES);
    }
}
