package dev.demarc.local;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.scan.Account;
import dev.demarc.local.platform.PlatformException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Takes an organisation's accounts off the bus: a tombstone for each on the accounts' topic. */
final class AccountRemoval {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> kafka;

    /** @param kafka what a client must set to come in, by Kafka's names */
    AccountRemoval(Map<String, String> kafka) {
        this.kafka = Map.copyOf(kafka);
    }

    /** Returns how many accounts the organisation had. */
    int removeOrganization(String organization) {
        List<String> accounts = accounts().values().stream()
                .filter(account -> account.organization().equals(organization))
                .map(Account::id)
                .toList();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
            for (String account : accounts) {
                producer.send(new ProducerRecord<>(Topic.ACCOUNTS.topicName(), account, null))
                        .get();
            }
        } catch (ExecutionException e) {
            throw new PlatformException("Kafka at " + kafka.get("bootstrap.servers") + " refuses: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted while accounts were removed", e);
        }
        return accounts.size();
    }

    private Map<String, Account> accounts() {
        Map<String, Account> accounts = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.ACCOUNTS.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            consumer.endOffsets(partitions).forEach((partition, end) -> {
                while (consumer.position(partition) < end) {
                    consumer.poll(POLL).forEach(record -> apply(record, accounts));
                }
            });
        }
        return accounts;
    }

    private static void apply(ConsumerRecord<String, byte[]> record, Map<String, Account> accounts) {
        if (record.value() == null) {
            accounts.remove(record.key());
        } else {
            accounts.put(record.key(), Event.read(record, Account.class));
        }
    }
}
