package dev.demarc.assessment.publish;

import dev.demarc.contracts.event.Topic;
import dev.demarc.shell.kafka.KafkaClients;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Opens Kafka's own producers, small in memory since a scorecard is. */
record KafkaProducers(KafkaClients clients) implements Producers {
    private static final String TRANSACTIONAL_ID = "demarc-publisher-";

    @Override
    public Producer<String, byte[]> open(int shard) {
        return clients.producer(
                TRANSACTIONAL_ID + shard,
                Map.of(
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        TRANSACTIONAL_ID + shard,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        4L * Topic.MAX_MESSAGE_BYTES,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        10_000));
    }
}
