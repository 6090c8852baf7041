package dev.demarc.scanner.scan;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.RunEnded;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What was sent to the bus, in memory. */
public final class Recorded {
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

    public MockProducer<String, byte[]> producer() {
        return producer;
    }

    public List<EventType> types() {
        return producer.history().stream().map(Recorded::type).toList();
    }

    public <T> List<T> all(EventType type, Class<T> payload) {
        return producer.history().stream()
                .filter(message -> type(message) == type)
                .map(message -> Json.read(message.value(), payload))
                .toList();
    }

    public List<ResourceConfiguration> items() {
        return all(EventType.RESOURCE_CONFIGURATION, ResourceConfiguration.class);
    }

    public ResourceConfiguration item(String resourceId) {
        return items().stream()
                .filter(item -> item.resourceId().equals(resourceId))
                .findFirst()
                .orElseThrow(() -> new AssertionError(resourceId + " was not sent"));
    }

    /** Of every resource, in the order they were sent. */
    public List<String> headers(String name) {
        return producer.history().stream()
                .filter(message -> type(message) == EventType.RESOURCE_CONFIGURATION)
                .map(message -> header(message, name).orElseThrow())
                .toList();
    }

    public RunEnded end() {
        return all(EventType.RUN_ENDED, RunEnded.class).get(0);
    }

    /** Everything sent, headers and values, as text. */
    public String text() {
        return producer.history().stream()
                .map(message -> message.key()
                        + new String(message.value(), StandardCharsets.UTF_8)
                        + List.of(message.headers().toArray()))
                .collect(Collectors.joining("\n"));
    }

    public static Optional<String> header(ProducerRecord<?, ?> message, String name) {
        return EventHeaders.text(message.headers(), name);
    }

    private static EventType type(ProducerRecord<String, byte[]> message) {
        return EventType.of(header(message, EventHeaders.TYPE).orElseThrow());
    }
}
