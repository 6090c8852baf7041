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
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** What is told of a dead letter, and where it stands; the message itself stays on Kafka. */
record Letter(DeadLetterView view, TopicPartition place, long offset, String origin) {
    private static final Base64.Encoder IDS = Base64.getUrlEncoder().withoutPadding();

    static Letter of(ConsumerRecord<String, byte[]> message) {
        return new Letter(
                new DeadLetterView(
                        id(message),
                        message.topic(),
                        text(message, EventHeaders.KEY).orElse(null),
                        text(message, EventHeaders.ORIGIN).orElse(message.key()),
                        text(message, EventHeaders.REASON).orElse("no reason is given"),
                        Instant.ofEpochMilli(message.timestamp()),
                        message.value() == null ? 0 : message.value().length,
                        topic(message).isPresent()),
                new TopicPartition(message.topic(), message.partition()),
                message.offset(),
                message.key());
    }

    /** Names the letter by what it is of: of two of one name the later stands. */
    static String id(ConsumerRecord<String, byte[]> message) {
        return IDS.encodeToString((message.topic() + ' ' + message.key()).getBytes(StandardCharsets.UTF_8));
    }

    /** A message as it stood on its topic, empty where it never stood on one. */
    static Optional<ProducerRecord<String, byte[]>> original(ConsumerRecord<String, byte[]> message) {
        return topic(message).map(topic -> {
            RecordHeaders headers = new RecordHeaders(message.headers().toArray());
            Stream.of(EventHeaders.REASON, EventHeaders.ORIGIN, EventHeaders.KEY)
                    .forEach(headers::remove);
            return new ProducerRecord<>(
                    topic.topicName(), null, text(message, EventHeaders.KEY).orElse(null), message.value(), headers);
        });
    }

    /** What takes it out. */
    ProducerRecord<String, byte[]> tombstone() {
        return new ProducerRecord<>(place.topic(), place.partition(), origin, null);
    }

    private static Optional<Topic> topic(ConsumerRecord<String, byte[]> message) {
        String[] place = text(message, EventHeaders.ORIGIN).orElse("").split("/", -1);
        return Arrays.stream(Topic.values())
                .filter(topic -> place.length == 3 && topic.topicName().equals(place[0]))
                .findFirst();
    }

    private static Optional<String> text(ConsumerRecord<String, byte[]> message, String header) {
        return EventHeaders.text(message.headers(), header);
    }
}
