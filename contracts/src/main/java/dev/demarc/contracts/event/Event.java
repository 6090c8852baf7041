package dev.demarc.contracts.event;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.MalformedRecordException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Writes records as CloudEvents onto Kafka and reads them back. */
public final class Event {
    private static final String GZIP = "gzip";

    private final EventType type;
    private final byte[] payload;
    private final String source;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private boolean compressed;

    private Event(EventType type, byte[] payload, String source) {
        this.type = type;
        this.payload = payload;
        this.source = source;
    }

    /** @param source the service that speaks, as a URI reference such as {@code /scanner-service} */
    public static Event of(EventType type, Object payload, String source) {
        if (!type.payload().isInstance(payload)) {
            throw new IllegalArgumentException("%s carries a %s, not a %s"
                    .formatted(
                            type,
                            type.payload().getSimpleName(),
                            payload.getClass().getSimpleName()));
        }
        return new Event(type, Json.bytes(payload), source);
    }

    /** Of a payload that is JSON of the type's record already; the bytes are not copied. */
    public static Event written(EventType type, byte[] json, String source) {
        return new Event(type, json, source);
    }

    public Event trace(TraceParent trace) {
        return header(EventHeaders.TRACE_PARENT, trace.header());
    }

    public Event header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Packs the payload with gzip; for payloads that one record of the topic could not hold otherwise. */
    public Event compressed() {
        compressed = true;
        return this;
    }

    public ProducerRecord<String, byte[]> to(Topic topic, String key, Instant time) {
        RecordHeaders kafkaHeaders = new RecordHeaders();
        add(kafkaHeaders, EventHeaders.SPEC_VERSION, "1.0");
        add(kafkaHeaders, EventHeaders.TYPE, type.ceType());
        add(kafkaHeaders, EventHeaders.SOURCE, source);
        add(kafkaHeaders, EventHeaders.ID, UUID.randomUUID().toString());
        add(kafkaHeaders, EventHeaders.TIME, time.toString());
        add(kafkaHeaders, EventHeaders.CONTENT_TYPE, "application/json");
        headers.forEach((name, value) -> add(kafkaHeaders, name, value));
        if (compressed) {
            add(kafkaHeaders, EventHeaders.CONTENT_ENCODING, GZIP);
        }
        return new ProducerRecord<>(topic.topicName(), null, key, value(), kafkaHeaders);
    }

    /** How many bytes its value takes on Kafka. */
    public int size() {
        return value().length;
    }

    private byte[] value() {
        return compressed ? gzip(payload) : payload;
    }

    /** @throws UnknownEventTypeException where the type or its version is not known here */
    public static EventType typeOf(ConsumerRecord<?, ?> message) {
        return EventType.of(
                EventHeaders.text(message.headers(), EventHeaders.TYPE).orElse("(none)"));
    }

    /**
     * @throws UnknownEventTypeException where the type or its version is not known here
     * @throws MalformedRecordException where the payload is not what its type says
     */
    public static <T> T read(ConsumerRecord<?, byte[]> message, Class<T> payload) {
        EventType type = typeOf(message);
        if (type.payload() != payload) {
            throw new UnknownEventTypeException(type.ceType());
        }
        boolean packed = EventHeaders.text(message.headers(), EventHeaders.CONTENT_ENCODING)
                .filter(GZIP::equals)
                .isPresent();
        return Json.read(packed ? gunzip(message.value()) : message.value(), payload);
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, EventHeaders.bytes(value));
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] gunzip(byte[] bytes) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new MalformedRecordException(byte[].class, e);
        }
    }
}
