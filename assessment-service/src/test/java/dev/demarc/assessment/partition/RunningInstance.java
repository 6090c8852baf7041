package dev.demarc.assessment.partition;

import dev.demarc.assessment.bus.TopicLog;
import dev.demarc.assessment.fixture.TestClock;
import dev.demarc.assessment.fixture.TestLoops;
import dev.demarc.shell.kafka.DeadLetters;
import dev.demarc.shell.kafka.KafkaClients;
import dev.demarc.shell.loop.Loops;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;

/** One instance that ingests from Kafka. */
final class RunningInstance implements AutoCloseable {
    private final Feedback feedback;
    private final TopicLog log;
    private final Instance instance;
    private final Loops loops = TestLoops.started();

    RunningInstance(String bootstrapServers, DataSource database, TestConfig config) {
        KafkaClients clients = new KafkaClients(Map.of("bootstrap.servers", bootstrapServers));
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        feedback = new Feedback(
                new DeadLetters(() -> clients.producer("letters", Map.of()), metrics),
                new Overrulings(clients),
                new ClockSkews(metrics));
        log = new TopicLog(clients);
        Clock clock = new TestClock(Inputs.START);
        instance = Instance.on(database, config, feedback, ScopeMoves.of(log), clock)
                .judgingBy(TestCatalog.first());
        LoopParts parts = new LoopParts(
                config,
                instance.judge(),
                new Takeover(database, log, new Epochs(database, log, instance.remembered()), clock),
                instance.ingestion(),
                instance.removals(),
                instance.chores());
        loops.start("resources", new ResourceConsumer(parts, clients, loops));
    }

    Instance instance() {
        return instance;
    }

    /** The loops that are dead or stand still, and why. */
    Map<String, String> notAlive() {
        return loops.notAlive();
    }

    @Override
    public void close() {
        loops.close();
        log.close();
        feedback.deadLetters().close();
        feedback.overrulings().close();
    }
}
