package dev.demarc.scanner.scan;

import dev.demarc.contracts.event.Topic;
import dev.demarc.scanner.aws.ReplicaShare;
import dev.demarc.scanner.run.Bus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Runs the planner and the workers of this replica from start to shutdown. */
@Singleton
final class ScanLoops {
    private static final String PLANNERS = "demarc-scan-planners";
    private static final String WORKERS = "demarc-scan-workers";
    private static final int SESSION_MS = 10_000;
    private static final int HEARTBEAT_MS = 3_000;

    private final Map<String, Object> kafka;
    private final ScanConfig config;
    private final Bus bus;
    private final RequestWork requests;
    private final TaskWork tasks;
    private final ReplicaShare share;
    private final List<PatientLoop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    ScanLoops(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ScanConfig config,
            Bus bus,
            RequestWork requests,
            TaskWork tasks,
            ReplicaShare share) {
        this.kafka = kafka;
        this.config = config;
        this.bus = bus;
        this.requests = requests;
        this.tasks = tasks;
        this.share = share;
    }

    void start(@Observes StartupEvent started) {
        if (!config.work()) {
            return;
        }
        add(
                "planner",
                new PatientLoop(
                        List.of(() -> subscribed(consumer(PLANNERS), Topic.SCANS)),
                        requests,
                        Topic.SCAN_TASKS_DEAD_LETTERS,
                        bus));
        for (int i = 1; i <= config.workers(); i++) {
            add(
                    "worker-" + i,
                    new PatientLoop(
                            List.of(
                                    () -> sharing(consumer(WORKERS + "-now"), Topic.SCAN_TASKS_NOW),
                                    () -> sharing(consumer(WORKERS), Topic.SCAN_TASKS)),
                            tasks,
                            Topic.SCAN_TASKS_DEAD_LETTERS,
                            bus));
        }
        threads.forEach(Thread::start);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        loops.forEach(PatientLoop::close);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SESSION_MS);
        for (Thread thread : threads) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
        }
    }

    private void add(String name, PatientLoop loop) {
        loops.add(loop);
        threads.add(new Thread(loop, "demarc-scan-" + name));
    }

    private static Consumer<String, byte[]> subscribed(Consumer<String, byte[]> consumer, Topic topic) {
        consumer.subscribe(List.of(topic.topicName()));
        return consumer;
    }

    /** What this replica reads of a topic decides its part of the rate budgets. */
    private Consumer<String, byte[]> sharing(Consumer<String, byte[]> consumer, Topic topic) {
        consumer.subscribe(List.of(topic.topicName()), new ShareKeeper(share, consumer, topic.topicName()));
        return consumer;
    }

    private Consumer<String, byte[]> consumer(String group) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
