package dev.demarc.scanner.scan;

import dev.demarc.contracts.event.Topic;
import dev.demarc.embedded.TestStack;
import dev.demarc.embedded.TopicSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The Kafka of this JVM's tests, with every topic of the bus. */
final class TestBroker {
    private TestBroker() {}

    static String start() {
        TestStack stack = TestStack.shared();
        stack.createTopics(Arrays.stream(Topic.values())
                .map(topic -> new TopicSpec(topic.topicName(), topic.partitions(), topic.settings()))
                .toList());
        return stack.bootstrapServers();
    }

    static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", start()), new StringSerializer(), new ByteArraySerializer());
    }

    static KafkaConsumer<String, byte[]> consumer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "bootstrap.servers",
                start(),
                "group.id",
                UUID.randomUUID().toString(),
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest"));
        settings.putAll(more);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
