package dev.demarc.assessment.partition;

import dev.demarc.assessment.bus.DeadLetters;
import dev.demarc.assessment.bus.KafkaClients;
import dev.demarc.assessment.fixture.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One instance that ingests from Kafka. */
final class RunningInstance implements AutoCloseable {
    private final KafkaClients clients;
    private final DeadLetters deadLetters;
    private final TopicLog log;
    private final Instance instance;
    private final ResourceConsumer consumer;
    private final Thread thread;
    private final AtomicReference<@Nullable Throwable> death = new AtomicReference<>();

    RunningInstance(String bootstrapServers, DataSource database, TestConfig config) {
        clients = new KafkaClients(bootstrapServers);
        deadLetters = new DeadLetters(clients, new SimpleMeterRegistry());
        log = new TopicLog(clients);
        Clock clock = new TestClock(Inputs.START);
        instance = Instance.on(database, config, deadLetters, clock).judgingBy(TestCatalog.first());
        LoopParts parts = new LoopParts(
                config,
                instance.judge(),
                new Takeover(database, log, clock),
                instance.ingestion(),
                instance.removals(),
                instance.upkeep(),
                instance.acts());
        consumer = new ResourceConsumer(parts, clients, this::died);
        thread = new Thread(consumer, "resources");
        thread.setUncaughtExceptionHandler(this::died);
        thread.start();
    }

    Instance instance() {
        return instance;
    }

    @Nullable
    Throwable death() {
        return death.get();
    }

    private void died(Thread which, Throwable cause) {
        Logger.getLogger(RunningInstance.class).errorf(cause, "Thread %s died", which.getName());
        death.compareAndSet(null, cause);
    }

    @Override
    public void close() {
        consumer.close();
        try {
            thread.join(15_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.close();
        deadLetters.close();
    }
}
