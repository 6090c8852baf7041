package dev.demarc.scanner.scan;

import dev.demarc.contracts.event.Topic;
import dev.demarc.scanner.aws.ReplicaShare;
import dev.demarc.shell.kafka.DeadLetters;
import dev.demarc.shell.kafka.KafkaClients;
import dev.demarc.shell.loop.BackOff;
import dev.demarc.shell.loop.Loops;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;

/** Runs the planner and the workers of this replica from start to shutdown. */
@Singleton
final class ScanLoops {
    private static final String PLANNERS = "demarc-scan-planners";
    private static final String SCHEDULED_PLANNERS = PLANNERS + "-scheduled";
    private static final String WORKERS = "demarc-scan-workers";
    private static final Duration SESSION = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(2);
    private static final Duration MOST_BACK_OFF = Duration.ofSeconds(10);

    private final KafkaClients clients;
    private final ScanConfig config;
    private final DeadLetters deadLetters;
    private final Planners planners;
    private final TaskWork tasks;
    private final ReplicaShare share;

    ScanLoops(
            KafkaClients clients,
            ScanConfig config,
            DeadLetters deadLetters,
            Planners planners,
            TaskWork tasks,
            ReplicaShare share) {
        this.clients = clients;
        this.config = config;
        this.deadLetters = deadLetters;
        this.planners = planners;
        this.tasks = tasks;
        this.share = share;
    }

    void start(@Observes StartupEvent started, Loops loops) {
        if (!config.work()) {
            return;
        }
        start(loops, "planner", planners.onDemand(), List.of(() -> subscribed(consumer(PLANNERS), Topic.SCANS)));
        start(
                loops,
                "scheduled-planner",
                planners.scheduled(),
                List.of(() -> subscribed(consumer(SCHEDULED_PLANNERS), Topic.SCANS)));
        for (int i = 1; i <= config.workers(); i++) {
            start(
                    loops,
                    "worker-" + i,
                    tasks,
                    List.of(
                            () -> sharing(consumer(WORKERS + "-now"), Topic.SCAN_TASKS_NOW),
                            () -> sharing(consumer(WORKERS), Topic.SCAN_TASKS)));
        }
    }

    private void start(
            Loops loops, String name, PatientLoop.Work work, List<Supplier<Consumer<String, byte[]>>> byPriority) {
        loops.start(
                name,
                new PatientLoop(byPriority, work, Topic.SCAN_TASKS_DEAD_LETTERS, deadLetters),
                new BackOff(FIRST_BACK_OFF, MOST_BACK_OFF));
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
        return clients.consumer(
                group,
                Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        1,
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        (int) SESSION.toMillis(),
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                        (int) HEARTBEAT.toMillis(),
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                        CooperativeStickyAssignor.class.getName()));
    }
}
