package dev.demarc.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Every record of every topic: keys, headers and values. */
final class TopicSweep {
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");
    private static final Duration POLL = Duration.ofMillis(200);

    private TopicSweep() {}

    static void of(String bootstrapServers, Sieve sieve) {
        KAFKA.setLevel(Level.WARNING);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "exclude.internal.topics", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            consumer.endOffsets(partitions).forEach((partition, end) -> {
                while (consumer.position(partition) < end) {
                    consumer.poll(POLL).forEach(record -> take(record, sieve));
                }
            });
        }
    }

    private static void take(ConsumerRecord<byte[], byte[]> record, Sieve sieve) {
        if (record.key() != null) {
            sieve.take(record.topic() + " key", record.key());
        }
        if (record.value() != null) {
            sieve.take(record.topic() + " value", record.value());
        }
        record.headers().forEach(header -> {
            sieve.take(record.topic() + " header", header.key().getBytes(StandardCharsets.UTF_8));
            sieve.take(record.topic() + " header " + header.key(), header.value());
        });
    }
}
