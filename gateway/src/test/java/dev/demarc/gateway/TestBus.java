package dev.demarc.gateway;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the services behind the gateway put on the bus. */
public final class TestBus implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                    "compression.type",
                    "lz4"),
            new StringSerializer(),
            new ByteArraySerializer());

    public void send(Topic topic, String key, EventType type, Object payload) {
        send(Event.of(type, payload, "/test").to(topic, key, Instant.now()));
    }

    public void remove(Topic topic, String key) {
        send(new ProducerRecord<>(topic.topicName(), key, null));
    }

    public void send(ProducerRecord<String, byte[]> message) {
        try {
            producer.send(message).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("the bus does not take " + message.topic(), e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
