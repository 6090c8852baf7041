package dev.demarc.shell.kafka;

import dev.demarc.contracts.event.Topic;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes the Kafka clients of a service over every {@code kafka.*} setting that it is deployed with: brokers, TLS, SASL,
 * a login callback class. Who asks for a client closes it.
 */
@Singleton
public final class KafkaClients {
    private static final int LINGER_MILLIS = 5;
    private static final int MAX_BLOCK_MILLIS = 10_000;

    /** What one poll gives may be this many times the largest message: batches are packed, sizes are limited packed. */
    private static final int MOST_OF_A_POLL = 20;

    /** Of all partitions together, in bytes, packed. */
    private static final int MOST_OF_A_FETCH = 8 * 1024 * 1024;

    private final Map<String, Object> broker;

    @Inject
    public KafkaClients(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = Map.copyOf(broker);
    }

    /** A consumer that commits nothing by itself and, unless told otherwise, never resets its position by itself. */
    public KafkaConsumer<String, byte[]> consumer(String clientId, Map<String, Object> own) {
        Map<String, Object> settings = settings(clientId);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topic.MAX_MESSAGE_BYTES);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_OF_A_FETCH);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_OF_A_POLL);
        settings.putAll(own);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    public KafkaProducer<String, byte[]> producer(String clientId, Map<String, Object> own) {
        Map<String, Object> settings = settings(clientId);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_MESSAGE_BYTES);
        settings.putAll(own);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** @param patience how long one call waits for its answer */
    public Admin admin(String clientId, Duration patience) {
        Map<String, Object> settings = settings(clientId);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                patience.dividedBy(2).toMillis());
        return Admin.create(settings);
    }

    private Map<String, Object> settings(String clientId) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        return settings;
    }
}
