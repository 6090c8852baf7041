package dev.demarc.scanner.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.embedded.TestStack;
import dev.demarc.embedded.TopicSpec;
import dev.demarc.scanner.run.Bus;
import dev.demarc.shell.kafka.KafkaClients;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaMemoryTest {
    private static final Instant TIME = Instant.parse("2026-05-02T00:00:00Z");
    private static final Scope SCOPE = new Scope("999900001111", "eu-west-1", "AWS::S3::Bucket");

    private final String servers = TestStack.shared().bootstrapServers();
    private final KafkaMemory memory = new KafkaMemory(new KafkaClients(Map.of("bootstrap.servers", servers)));

    @Test
    void knowsTheLatestOfEachAccountAndTheListingsThatBegan() {
        createTopics();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer())) {
            Bus bus = new Bus(producer);
            bus.account(account("999900001111", "Old"), TIME);
            bus.account(account("999900001111", "New"), TIME);
            bus.account(account("999900002222", "Gone"), TIME);
            bus.confirmed(new ProducerRecord<>(Topic.ACCOUNTS.topicName(), "999900002222", null));
            bus.confirmed(new ProducerRecord<>(
                    Topic.ACCOUNTS.topicName(), "999900003333", "{}".getBytes(StandardCharsets.UTF_8)));
            bus.progress(progress(ScanProgress.Phase.PLANNED), TraceParent.start());
            bus.progress(progress(ScanProgress.Phase.BEGUN), TraceParent.start());
        }

        assertThat(memory.accounts())
                .containsEntry("999900001111", account("999900001111", "New"))
                .doesNotContainKeys("999900002222", "999900003333");
        assertThat(memory.begun())
                .filteredOn(progress -> progress.scope().equals(SCOPE))
                .containsExactly(progress(ScanProgress.Phase.BEGUN));
    }

    private static void createTopics() {
        TestStack.shared()
                .createTopics(List.of(Topic.ACCOUNTS, Topic.SCAN_PROGRESS).stream()
                        .map(topic -> new TopicSpec(topic.topicName(), topic.partitions(), topic.settings()))
                        .toList());
    }

    private static Account account(String id, String name) {
        return new Account(id, name, "o-1", List.of(), Account.Status.ACTIVE, List.of(), null);
    }

    private static ScanProgress progress(ScanProgress.Phase phase) {
        return ScanProgress.of(new RunId("memory", 1), SCOPE, phase, TIME);
    }
}
