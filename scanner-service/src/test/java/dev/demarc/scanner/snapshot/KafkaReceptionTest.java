package dev.demarc.scanner.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.resource.IdDigest;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.RunBegun;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Source;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.embedded.TestStack;
import dev.demarc.embedded.TopicSpec;
import dev.demarc.shell.kafka.KafkaClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KafkaReceptionTest {
    private static final Instant TIME = Instant.parse("2026-05-02T00:00:00Z");
    private static final Scope SCOPE = new Scope("999900001111", "eu-west-1", "AWS::S3::Bucket");
    private static final String GROUP = "assessment-of-this-test";

    private final KafkaClients clients =
            new KafkaClients(Map.of("bootstrap.servers", TestStack.shared().bootstrapServers()));

    @BeforeAll
    static void createTopics() {
        TestStack.shared()
                .createTopics(List.of(Topic.RESOURCES, Topic.RESOURCES_DEAD_LETTERS, Topic.SCAN_PROGRESS).stream()
                        .map(topic -> new TopicSpec(topic.topicName(), topic.partitions(), topic.settings()))
                        .toList());
    }

    @Test
    void tellsWhatIsRefusedOfTheScansThatAreMeantOnceAllIsTaken() {
        letter(item("mine", "before"));
        Reception.Watch watch = reception(Duration.ofSeconds(30)).watch();
        send(new ProducerRecord<>(Topic.RESOURCES.topicName(), SCOPE.toString(), new byte[] {1}));
        letter(item("mine", "has no id"));
        letter(item("of-others", "has no id"));
        letter(Event.of(EventType.RUN_BEGUN, new RunBegun(SCOPE, new RunId("mine", 1), Source.SNAPSHOT, TIME), "/test")
                .to(Topic.RESOURCES, SCOPE.toString(), TIME));
        take();

        assertThat(watch.refusals(Set.of("mine")))
                .hasValue(List.of(
                        new Reception.Refusal("mine", SCOPE.toString(), "has no id", Reception.Kind.REFUSED),
                        new Reception.Refusal("mine", SCOPE.toString(), "no reason is given", Reception.Kind.REFUSED)));
    }

    @Test
    void tellsWhichListingsAreOverruled() {
        Reception.Watch watch = reception(Duration.ofSeconds(30)).watch();
        RunEnded mine = ended("mine");
        send(progress(ScanProgress.of(mine, TIME)));
        send(progress(ScanProgress.overruled(mine, TIME, "a newer one speaks")));
        send(progress(ScanProgress.overruled(mine, TIME, "a newer one speaks")));
        send(progress(ScanProgress.overruled(ended("of-others"), TIME, "a newer one speaks")));
        take();

        assertThat(watch.refusals(Set.of("mine")))
                .hasValue(List.of(new Reception.Refusal(
                        "mine", SCOPE.toString(), "a newer one speaks", Reception.Kind.OVERRULED)));
    }

    @Test
    void doesNotKnowWhereAssessmentHasNotTakenAllInTime() {
        send(new ProducerRecord<>(Topic.RESOURCES.topicName(), SCOPE.toString(), new byte[] {1}));

        assertThat(reception(Duration.ofMillis(1)).watch().refusals(Set.of("mine")))
                .isEmpty();
    }

    @Test
    void asksForNothingWithoutPatience() {
        assertThat(reception(Duration.ZERO).watch().refusals(Set.of("mine"))).hasValue(List.of());
    }

    private KafkaReception reception(Duration patience) {
        return new KafkaReception(clients, new ReceptionConfig() {
            @Override
            public Duration patience() {
                return patience;
            }

            @Override
            public String assessmentGroup() {
                return GROUP;
            }
        });
    }

    private static ProducerRecord<String, byte[]> item(String scan, String reason) {
        ProducerRecord<String, byte[]> item = Event.written(EventType.RESOURCE_CONFIGURATION, new byte[] {1}, "/test")
                .header(EventHeaders.RUN, new RunId(scan, 1).toString())
                .to(Topic.RESOURCES, SCOPE.toString(), TIME);
        item.headers().add(EventHeaders.REASON, reason.getBytes(StandardCharsets.UTF_8));
        return item;
    }

    private static RunEnded ended(String scan) {
        return new RunEnded(
                SCOPE, new RunId(scan, 1), Outcome.COMPLETE, 0, 0, new IdDigest().hex(), TIME, null, null, null);
    }

    private static ProducerRecord<String, byte[]> progress(ScanProgress progress) {
        return Event.of(EventType.SCAN_PROGRESS, progress, "/test")
                .to(Topic.SCAN_PROGRESS, progress.run().scan(), TIME);
    }

    /** As assessment puts aside what it refuses. */
    private void letter(ProducerRecord<String, byte[]> message) {
        message.headers().add(EventHeaders.KEY, message.key().getBytes(StandardCharsets.UTF_8));
        String origin = "demarc.resources/0/" + System.nanoTime();
        send(new ProducerRecord<>(
                Topic.RESOURCES_DEAD_LETTERS.topicName(), null, origin, message.value(), message.headers()));
    }

    private void send(ProducerRecord<String, byte[]> message) {
        try (KafkaProducer<String, byte[]> producer = clients.producer("test", Map.of())) {
            var unused = producer.send(message);
            producer.flush();
        }
    }

    /** As assessment tells Kafka how far it is. */
    private void take() {
        try (KafkaConsumer<String, byte[]> consumer = clients.consumer("test", Map.of("group.id", GROUP))) {
            List<TopicPartition> all = consumer.partitionsFor(Topic.RESOURCES.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            consumer.endOffsets(all).forEach((place, end) -> offsets.put(place, new OffsetAndMetadata(end)));
            consumer.assign(all);
            consumer.commitSync(offsets);
        }
    }
}
