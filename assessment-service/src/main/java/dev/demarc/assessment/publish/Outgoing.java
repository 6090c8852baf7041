package dev.demarc.assessment.publish;

import dev.demarc.contracts.event.Topic;
import dev.demarc.shell.kafka.DeadLetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * What becomes of what is unsent, before a transaction begins: messages, and letters for what no message can be made of.
 *
 * @param letters what cannot be sent, each with its topic
 */
record Outgoing(List<ProducerRecord<String, byte[]>> messages, List<Letter> letters) {
    /** One that is put aside. */
    record Letter(Topic topic, DeadLetter letter) {}

    private static final byte[] NOTHING = {};
    private static final int MOST_BYTES = Topic.MAX_MESSAGE_BYTES - 4096;

    Outgoing {
        messages = List.copyOf(messages);
        letters = List.copyOf(letters);
    }

    static Outgoing of(Unsent unsent) {
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        List<Letter> letters = new ArrayList<>();
        for (Unsent.Card card : unsent.cards()) {
            build(
                    () -> Messages.of(card),
                    Topic.SCORECARDS_DEAD_LETTERS,
                    "scorecard %d version %d".formatted(card.account(), card.version()),
                    Objects.requireNonNullElse(card.payload(), NOTHING),
                    messages,
                    letters);
        }
        for (Unsent.Change change : unsent.changes()) {
            build(
                    () -> Messages.of(change),
                    Topic.FINDINGS_DEAD_LETTERS,
                    "finding outbox " + change.no(),
                    change.payload(),
                    messages,
                    letters);
        }
        return new Outgoing(messages, letters);
    }

    /** A message that Kafka itself refused. */
    static Letter refused(ProducerRecord<String, byte[]> message, Throwable reason) {
        return new Letter(
                message.topic().equals(Topic.SCORECARDS.topicName())
                        ? Topic.SCORECARDS_DEAD_LETTERS
                        : Topic.FINDINGS_DEAD_LETTERS,
                new DeadLetter(
                        message.key(),
                        message.value(),
                        message.headers(),
                        "for " + message.topic(),
                        "Kafka refuses it: " + reason.getMessage()));
    }

    private static void build(
            Supplier<ProducerRecord<String, byte[]>> message,
            Topic topic,
            String origin,
            byte[] payload,
            List<ProducerRecord<String, byte[]>> messages,
            List<Letter> letters) {
        try {
            ProducerRecord<String, byte[]> built = message.get();
            int size = sizeOf(built);
            if (size > MOST_BYTES) {
                throw new IllegalArgumentException(
                        "the message has %d bytes; accepted: at most %d".formatted(size, MOST_BYTES));
            }
            messages.add(built);
        } catch (RuntimeException e) {
            String reason = String.valueOf(e.getMessage());
            letters.add(new Letter(topic, new DeadLetter(null, payload, new RecordHeaders(), origin, reason)));
        }
    }

    private static int sizeOf(ProducerRecord<String, byte[]> message) {
        byte[] value = message.value();
        int size = (value == null ? 0 : value.length) + 3 * message.key().length();
        for (Header header : message.headers()) {
            size += header.key().length() + header.value().length;
        }
        return size;
    }
}
