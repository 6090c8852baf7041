package dev.demarc.shell.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.Topic;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
    private static final byte[] HUGE = new byte[Topic.MAX_MESSAGE_BYTES];

    @Test
    void fitsOnTheBusWhateverItsMessageHad() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("huge", HUGE).add(EventHeaders.TYPE, EventHeaders.bytes("small"));
        String key = "k".repeat(Topic.MAX_MESSAGE_BYTES);

        ProducerRecord<String, byte[]> letter =
                new DeadLetter(key, HUGE, headers, "topic/1/2", key).to(Topic.RESOURCES_DEAD_LETTERS);

        assertThat(size(letter)).isLessThan(Topic.MAX_MESSAGE_BYTES - 1_000);
        assertThat(EventHeaders.text(letter.headers(), EventHeaders.TYPE)).contains("small");
        assertThat(letter.key()).isEqualTo("topic/1/2");
    }

    private static int size(ProducerRecord<String, byte[]> letter) {
        int size = letter.key().length() + letter.value().length;
        for (Header each : letter.headers()) {
            size += each.key().getBytes(StandardCharsets.UTF_8).length + each.value().length;
        }
        return size;
    }
}
