package dev.demarc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.finding.ComplianceFinding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** What became of each finding, by the events on the bus: each event counts once, however often it is there. */
final class FindingHistory {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, List<ComplianceFinding.Activity>> activities = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    static FindingHistory on(String bootstrapServers) {
        FindingHistory history = new FindingHistory();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.FINDINGS.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            consumer.endOffsets(partitions).forEach((partition, end) -> {
                while (consumer.position(partition) < end) {
                    consumer.poll(POLL).forEach(history::take);
                }
            });
        }
        return history;
    }

    int events() {
        return seen.size();
    }

    /** No finding opens or closes twice in a row, and those that are open last are the open ones. */
    void mustEndWith(Set<String> open, Set<String> closed) {
        activities.forEach((finding, all) -> {
            for (int i = 1; i < all.size(); i++) {
                assertThat(all.get(i) == ComplianceFinding.Activity.CREATE)
                        .as("%s opens only when closed: %s", finding, all)
                        .isEqualTo(all.get(i - 1) == ComplianceFinding.Activity.CLOSE);
            }
        });
        assertThat(open)
                .allSatisfy(finding -> assertThat(last(finding)).isNotEqualTo(ComplianceFinding.Activity.CLOSE));
        assertThat(closed)
                .allSatisfy(finding -> assertThat(last(finding)).isIn(null, ComplianceFinding.Activity.CLOSE));
    }

    private ComplianceFinding.@Nullable Activity last(String finding) {
        List<ComplianceFinding.Activity> all = activities.getOrDefault(finding, List.of());
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        boolean isFinding = record.headers().lastHeader(EventHeaders.ID) != null
                && Event.typeOf(record) == EventType.COMPLIANCE_FINDING;
        if (isFinding) {
            ComplianceFinding change = Event.read(record, ComplianceFinding.class);
            if (seen.add(change.metadata().uid())) {
                activities
                        .computeIfAbsent(change.findingInfo().uid(), none -> new ArrayList<>())
                        .add(change.activityId());
            }
        }
    }
}
