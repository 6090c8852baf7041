package dev.demarc.gateway.bus;

import dev.demarc.shell.kafka.KafkaClients;
import dev.demarc.shell.loop.BackOff;
import dev.demarc.shell.loop.Loops;
import dev.demarc.shell.loop.Step;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;

/** Follows the bus from the start of the gateway to its end. */
@Singleton
final class BusLoop implements Step {
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(2);
    private static final Duration PAUSE_WHEN_IDLE = Duration.ofMillis(200);

    private final KafkaClients clients;
    private final List<Feed> feeds;
    private final BusStatus status;
    private final BusConfig config;
    private final Clock clock;
    private final Counter refused;
    private @Nullable KafkaConsumer<String, byte[]> consumer;
    private @Nullable BusReader reader;

    @Inject
    BusLoop(
            KafkaClients clients,
            @All List<Feed> feeds,
            BusStatus status,
            BusConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.clients = clients;
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

    void start(@Observes StartupEvent event, Loops loops) {
        loops.start("bus", this, new BackOff(PAUSE_AFTER_FAULT, PAUSE_AFTER_FAULT));
    }

    @Override
    public Duration turn() {
        BusReader reading = reader;
        if (reading == null) {
            KafkaConsumer<String, byte[]> made = clients.consumer(
                    "demarc-gateway",
                    Map.of(
                            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                            "read_committed",
                            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                            "earliest"));
            consumer = made;
            reading = new BusReader(made, feeds, status, config, clock, refused);
            reader = reading;
        }
        reading.step();
        return reading.isIdle() ? PAUSE_WHEN_IDLE : Duration.ZERO;
    }

    @Override
    public void failed(Throwable fault) {
        status.waitFor("Kafka, which cannot be read: " + fault.getMessage());
        close();
    }

    @Override
    public void close() {
        KafkaConsumer<String, byte[]> made = consumer;
        consumer = null;
        reader = null;
        if (made != null) {
            made.close();
        }
    }
}
