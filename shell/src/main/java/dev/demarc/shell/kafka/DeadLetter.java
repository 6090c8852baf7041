package dev.demarc.shell.kafka;

import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.Topic;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A message that cannot be processed or sent, and why; it fits on the bus whatever the message had.
 *
 * @param key cut to 4,000 characters
 * @param value as it came; beyond what a topic takes it is cut
 * @param headers as they came, without those that would pass 32 KiB together
 * @param origin where it stood, as {@code topic/partition/offset}, or where it was made
 * @param reason what is wrong, cut to 2,000 characters
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DeadLetter(@Nullable String key, byte @Nullable [] value, Headers headers, String origin, String reason) {
    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_KEY = 4000;
    private static final int MOST_OF_HEADERS = 32 * 1024;
    private static final int LARGEST = Topic.MAX_MESSAGE_BYTES - 64 * 1024;

    public DeadLetter {
        if (reason.length() > LONGEST_REASON) {
            reason = reason.substring(0, LONGEST_REASON) + "...";
        }
        if (key != null && key.length() > LONGEST_KEY) {
            key = key.substring(0, LONGEST_KEY);
        }
        headers = bounded(headers);
        if (value != null && value.length > LARGEST) {
            value = Arrays.copyOf(value, LARGEST);
        }
    }

    public DeadLetter(ConsumerRecord<String, byte[]> message, String reason) {
        this(
                message.key(),
                message.value(),
                message.headers(),
                message.topic() + '/' + message.partition() + '/' + message.offset(),
                reason);
    }

    private static Headers bounded(Headers headers) {
        RecordHeaders bounded = new RecordHeaders();
        int left = MOST_OF_HEADERS;
        for (Header each : headers) {
            int size = EventHeaders.bytes(each.key()).length + (each.value() == null ? 0 : each.value().length);
            if (size <= left) {
                bounded.add(each);
                left -= size;
            }
        }
        return bounded;
    }

    /** The message by where it stood, so that one that is done with can be taken out, with its reason and its key. */
    ProducerRecord<String, byte[]> to(Topic topic) {
        RecordHeaders all = new RecordHeaders(headers.toArray());
        all.add(EventHeaders.REASON, EventHeaders.bytes(reason));
        all.add(EventHeaders.ORIGIN, EventHeaders.bytes(origin));
        if (key != null) {
            all.add(EventHeaders.KEY, EventHeaders.bytes(key));
        }
        return new ProducerRecord<>(topic.topicName(), null, origin, value, all);
    }
}
