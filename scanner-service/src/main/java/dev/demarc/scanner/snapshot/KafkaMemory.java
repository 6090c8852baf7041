package dev.demarc.scanner.snapshot;

import dev.demarc.contracts.MalformedRecordException;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.event.UnknownEventTypeException;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.shell.kafka.KafkaClients;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads topics up to where they end now. */
@Singleton
final class KafkaMemory implements BusMemory {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long MOST_PROGRESS = 200_000;

    private final KafkaClients clients;

    KafkaMemory(KafkaClients clients) {
        this.clients = clients;
    }

    @Override
    public Map<String, Account> accounts() {
        Map<String, Account> accounts = new HashMap<>();
        read(Topic.ACCOUNTS, Long.MAX_VALUE, message -> {
            if (message.value() == null) {
                accounts.remove(message.key());
            } else {
                payload(message, Account.class).ifPresent(account -> accounts.put(account.id(), account));
            }
        });
        return accounts;
    }

    /** Of the last {@value #MOST_PROGRESS} records of progress of each partition. */
    @Override
    public List<ScanProgress> begun() {
        List<ScanProgress> begun = new ArrayList<>();
        read(Topic.SCAN_PROGRESS, MOST_PROGRESS, message -> {
            if (message.value() != null) {
                payload(message, ScanProgress.class)
                        .filter(progress -> progress.phase() == ScanProgress.Phase.BEGUN)
                        .ifPresent(begun::add);
            }
        });
        return begun;
    }

    private void read(Topic topic, long most, java.util.function.Consumer<ConsumerRecord<String, byte[]>> messages) {
        try (Consumer<String, byte[]> consumer = clients.consumer("demarc-import", Map.of())) {
            List<TopicPartition> partitions = consumer.listTopics().getOrDefault(topic.topicName(), List.of()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.beginningOffsets(partitions)
                    .forEach((partition, first) ->
                            consumer.seek(partition, Math.max(first, ends.getOrDefault(partition, 0L) - most)));
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(POLL).forEach(messages);
            }
        }
    }

    /** Empty for what nobody takes; who follows the topic puts it aside and tells it. */
    private static <T> Optional<T> payload(ConsumerRecord<String, byte[]> message, Class<T> type) {
        try {
            return Optional.of(Event.read(message, type));
        } catch (MalformedRecordException | UnknownEventTypeException e) {
            return Optional.empty();
        }
    }
}
