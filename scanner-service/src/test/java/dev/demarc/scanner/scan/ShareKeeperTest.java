package dev.demarc.scanner.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.embedded.KafkaTopics;
import dev.demarc.embedded.TopicSpec;
import dev.demarc.scanner.aws.ReplicaShare;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;

class ShareKeeperTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String topic = "tasks-" + UUID.randomUUID();
    private final String group = "workers-" + UUID.randomUUID();
    private final ReplicaShare first = new ReplicaShare();
    private final ReplicaShare second = new ReplicaShare();

    @Test
    void halvesTheBudgetWhileASecondReplicaWorks() {
        KafkaTopics.ensure(TestBroker.start(), List.of(new TopicSpec(topic, 4)));
        try (KafkaConsumer<String, byte[]> one = replica(first)) {
            awaitShares(1, 1, one);

            KafkaConsumer<String, byte[]> other = replica(second);
            awaitShares(0.5, 0.5, one, other);

            other.close();
            awaitShares(1, 0.25, one);
        }
        assertThat(first.value()).isEqualTo(0.25);
    }

    /** A replica that never had a partition has the whole, as a command does; one that had some keeps the least share. */
    @SafeVarargs
    private void awaitShares(double ofFirst, double ofSecond, KafkaConsumer<String, byte[]>... polled) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            for (KafkaConsumer<String, byte[]> consumer : polled) {
                consumer.poll(Duration.ofMillis(50));
            }
            assertThat(List.of(first.value(), second.value())).containsExactly(ofFirst, ofSecond);
        });
    }

    private KafkaConsumer<String, byte[]> replica(ReplicaShare share) {
        KafkaConsumer<String, byte[]> consumer = TestBroker.consumer(Map.of(
                "group.id",
                group,
                "heartbeat.interval.ms",
                100,
                "partition.assignment.strategy",
                CooperativeStickyAssignor.class.getName()));
        consumer.subscribe(List.of(topic), new ShareKeeper(share, consumer, topic));
        return consumer;
    }
}
