package dev.demarc.scanner.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.event.TraceParent;
import dev.demarc.scanner.run.Bus;
import dev.demarc.shell.kafka.KafkaClients;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;

class AskedSlotsTest {
    private final Slot slot =
            new Slot(Instant.ofEpochSecond(ThreadLocalRandom.current().nextInt()));

    @Test
    void knowsTheSlotsThatAnyReplicaAskedFor() {
        AskedSlots slots = new AskedSlots(new KafkaClients(Map.of("bootstrap.servers", TestBroker.start())));
        assertThat(slots.isAskedFor(slot)).isFalse();

        try (KafkaProducer<String, byte[]> producer = TestBroker.producer()) {
            new Bus(producer).request(slot.request(Instant.now()), TraceParent.start());
        }

        assertThat(slots.isAskedFor(slot)).isTrue();
        assertThat(slots.isAskedFor(new Slot(slot.begin().plus(Duration.ofDays(1)))))
                .isFalse();
    }
}
