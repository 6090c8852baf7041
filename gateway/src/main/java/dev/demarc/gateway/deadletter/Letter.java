package dev.demarc.gateway.deadletter;

import dev.demarc.contracts.api.DeadLetterView;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A dead letter as it stands on its topic, under its origin. */
record Letter(ConsumerRecord<String, byte[]> message) {
    private static final Base64.Encoder IDS = Base64.getUrlEncoder().withoutPadding();

    String id() {
        return IDS.encodeToString((message.topic() + ' ' + message.key()).getBytes(StandardCharsets.UTF_8));
    }

    DeadLetterView view() {
        return new DeadLetterView(
                id(),
                message.topic(),
                text(EventHeaders.KEY).orElse(null),
                text(EventHeaders.ORIGIN).orElse(message.key()),
                text(EventHeaders.REASON).orElse("no reason is given"),
                Instant.ofEpochMilli(message.timestamp()),
                message.value() == null ? 0 : message.value().length,
                origin().isPresent());
    }

    /** The message as it stood on its topic, empty where it never stood on one. */
    Optional<ProducerRecord<String, byte[]>> original() {
        return origin().map(topic -> {
            RecordHeaders headers = new RecordHeaders(message.headers().toArray());
            Stream.of(EventHeaders.REASON, EventHeaders.ORIGIN, EventHeaders.KEY)
                    .forEach(headers::remove);
            return new ProducerRecord<>(
                    topic.topicName(), null, text(EventHeaders.KEY).orElse(null), message.value(), headers);
        });
    }

    /** What takes it out. */
    ProducerRecord<String, byte[]> tombstone() {
        return new ProducerRecord<>(message.topic(), message.partition(), message.key(), null);
    }

    private Optional<Topic> origin() {
        String[] place = text(EventHeaders.ORIGIN).orElse("").split("/", -1);
        return Arrays.stream(Topic.values())
                .filter(topic -> place.length == 3 && topic.topicName().equals(place[0]))
                .findFirst();
    }

    private Optional<String> text(String header) {
        return EventHeaders.text(message.headers(), header);
    }
}
