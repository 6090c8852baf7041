package dev.demarc.scanner.scan;

import dev.demarc.contracts.event.Topic;
import dev.demarc.shell.kafka.KafkaClients;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads from the topic of scans whether a slot was asked for, by whichever replica, before a restart too. */
@Singleton
final class AskedSlots implements ScanSchedule.Slots {
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaClients clients;

    AskedSlots(KafkaClients clients) {
        this.clients = clients;
    }

    /** @throws org.apache.kafka.common.KafkaException where Kafka does not answer */
    @Override
    public boolean isAskedFor(Slot slot) {
        try (KafkaConsumer<String, byte[]> consumer = clients.consumer("demarc-scan-schedule", Map.of())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.SCANS.topicName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            boolean found = false;
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end(ends, partition))) {
                for (ConsumerRecord<String, byte[]> request : consumer.poll(POLL)) {
                    found |= slot.id().equals(request.key());
                }
            }
            return found;
        }
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }
}
