package dev.demarc.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.MalformedRecordException;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.resource.ResourceConfiguration;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class EventTest {
    @Test
    void carriesARecordAsACloudEventInBinaryMode() {
        TraceParent trace = TraceParent.start();

        var sent = Event.of(EventType.RESOURCE_CONFIGURATION, Samples.bucket(), "/scanner-service")
                .trace(trace)
                .header(EventHeaders.RID, "00000000000000ff")
                .to(Topic.RESOURCES, Samples.SCOPE.toString(), Samples.AT);

        assertThat(header(sent, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(sent, "ce_type")).isEqualTo("dev.demarc.resource.configuration.v1");
        assertThat(header(sent, "ce_source")).isEqualTo("/scanner-service");
        assertThat(header(sent, "ce_time")).isEqualTo("2026-03-01T10:15:30Z");
        assertThat(header(sent, "ce_rid")).isEqualTo("00000000000000ff");
        assertThat(TraceParent.parse(header(sent, "traceparent"))).isEqualTo(trace);
        assertThat(Event.read(received(sent), ResourceConfiguration.class)).isEqualTo(Samples.bucket());
    }

    @Test
    void readsWhatWasCompressed() {
        Object revision = Samples.of(EventType.CATALOG_REVISION);

        var sent = Event.of(EventType.CATALOG_REVISION, revision, "/catalog-service")
                .compressed()
                .to(Topic.CATALOG, "current", Samples.AT);

        assertThat(header(sent, "content-encoding")).isEqualTo("gzip");
        assertThat(Event.read(received(sent), CatalogRevision.class)).isEqualTo(revision);
    }

    @Test
    void refusesAMessageOfANewerVersion() {
        var sent = new ProducerRecord<String, byte[]>("demarc.resources", "key", new byte[0]);
        sent.headers().add(EventHeaders.TYPE, EventHeaders.bytes("dev.demarc.resource.configuration.v99"));

        assertThatThrownBy(() -> Event.typeOf(received(sent)))
                .isInstanceOf(UnknownEventTypeException.class)
                .hasMessageContaining("dev.demarc.resource.configuration.v99");
    }

    @Test
    void saysWhatIsWrongWithAMalformedPayload() {
        var sent = Event.of(EventType.RESOURCE_CONFIGURATION, Samples.bucket(), "/scanner-service")
                .to(Topic.RESOURCES, "key", Samples.AT);
        byte[] wrongType = "{\"resourceId\": {}}".getBytes(StandardCharsets.UTF_8);
        var malformed = new ProducerRecord<>(sent.topic(), null, "key", wrongType, sent.headers());

        assertThatThrownBy(() -> Event.read(received(malformed), ResourceConfiguration.class))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("ResourceConfiguration");
    }

    private static String header(ProducerRecord<?, ?> sent, String name) {
        return EventHeaders.text(sent.headers(), name).orElseThrow();
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        var received = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(received.headers()::add);
        return received;
    }
}
