package dev.demarc.assessment.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.resource.Digest;
import dev.demarc.contracts.event.EventHeaders;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private final ConsumerRecord<String, byte[]> message = new ConsumerRecord<>("demarc.resources", 0, 7, "key", null);

    @Test
    void readsWhatTellsOfAResourceAndOverlooksTheRest() {
        header("ce_id", "x");
        header(EventHeaders.TYPE, "a type");
        header(EventHeaders.RUN, "scan#1");
        header(EventHeaders.RID, "00000000000000ff");
        header(EventHeaders.DIGEST, "3:" + "0".repeat(31) + "1");

        Envelope envelope = Envelope.of(message);

        assertThat(envelope.isOfResource()).isTrue();
        assertThat(envelope.run()).asString(StandardCharsets.UTF_8).isEqualTo("scan#1");
        assertThat(envelope.rid()).hasValue(255);
        assertThat(envelope.digest()).contains(new Digest(3, 0, 1));
        assertThat(envelope.typeName()).isEqualTo("a type");
    }

    @Test
    void takesTheLastOfSeveralHeadersOfOneName() {
        header(EventHeaders.RID, "0000000000000001");
        header(EventHeaders.RID, "0000000000000002");

        assertThat(Envelope.of(message).rid()).hasValue(2);
    }

    @Test
    void aRidThatIsNoneIsAsGoodAsMissing() {
        header(EventHeaders.RID, "00000000000000FF");

        assertThat(Envelope.of(message).rid()).isEmpty();
        assertThat(Envelope.of(message).isOfResource()).isTrue();
    }

    @Test
    void aHeaderWithoutAValueIsAsGoodAsMissing() {
        message.headers().add(EventHeaders.RID, null).add(EventHeaders.TYPE, null);

        Envelope envelope = Envelope.of(message);

        assertThat(envelope.rid()).isEmpty();
        assertThat(envelope.digest()).isEmpty();
        assertThat(envelope.typeName()).isEqualTo("(none)");
        assertThat(envelope.isOfResource()).isFalse();
    }

    private void header(String name, String value) {
        message.headers().add(name, EventHeaders.bytes(value));
    }
}
