package dev.demarc.catalog.publish;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.event.Topic;
import dev.demarc.embedded.EmbeddedKafka;
import dev.demarc.shell.kafka.KafkaClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusTopicsTest {
    private static final short BROKERS_DEFAULT = -1;

    private static final Map<String, Object> NOBODY = Map.of("bootstrap.servers", "127.0.0.1:1");

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void startKafka(@TempDir Path folder) {
        kafka = EmbeddedKafka.start(folder, 0, List.of());
    }

    @AfterEach
    void deleteTopics() throws Exception {
        try (Admin admin = Admin.create(there())) {
            admin.deleteTopics(admin.listTopics().names().get()).all().get();
        }
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @Test
    void createsEveryTopicAsContractsDescribeItAndLeavesItAloneAfterwards() throws Exception {
        BusTopics topics = topics(true, BROKERS_DEFAULT);

        assertThat(topics.complete()).isEmpty();
        assertThat(topics.complete()).isEmpty();

        try (Admin admin = Admin.create(there())) {
            assertThat(Topic.values()).allSatisfy(topic -> {
                Map<String, String> settings = settings(admin, topic);
                assertThat(partitions(admin, topic)).isEqualTo(topic.partitions());
                assertThat(settings).containsAllEntriesOf(topic.settings());
            });
        }
    }

    @Test
    void saysWhichTopicsAreMissingWhereItMayNotCreateThem() throws Exception {
        List<String> missing = topics(false, BROKERS_DEFAULT).complete();

        assertThat(missing).singleElement().asString().contains("demarc.catalog,", "demarc.topics.create=true");
        try (Admin admin = Admin.create(there())) {
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    @Test
    void saysWhatKafkaRefusesAndWhy() {
        List<String> missing = topics(true, (short) 3).complete();

        assertThat(missing).hasSameSizeAs(Arrays.asList(Topic.values())).anySatisfy(refusal -> assertThat(refusal)
                .startsWith("Kafka refuses to create demarc.resources (8 partitions, replication factor 3): ")
                .contains("demarc.topics.replication-factor"));
    }

    @Test
    void failsWhereKafkaDoesNotAnswer() {
        BusTopics topics = new BusTopics(
                new KafkaClients(NOBODY), new Asked(true, BROKERS_DEFAULT), new Impatient(Duration.ofMillis(500)));

        assertThatThrownBy(topics::complete).isInstanceOf(KafkaException.class);
    }

    @Test
    void refusesAReplicationFactorThatNoTopicCanHave() {
        assertThatThrownBy(() -> topics(true, (short) 0))
                .hasMessage(
                        "demarc.topics.replication-factor is 0; accepted: 1 or more, or -1 for the broker's default");
    }

    private static Map<String, Object> there() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    private static BusTopics topics(boolean create, short replicationFactor) {
        return new BusTopics(
                new KafkaClients(there()), new Asked(create, replicationFactor), new Impatient(Duration.ofSeconds(5)));
    }

    private static int partitions(Admin admin, Topic topic) throws Exception {
        return requireNonNull(admin.describeTopics(List.of(topic.topicName()))
                        .topicNameValues()
                        .get(topic.topicName()))
                .get()
                .partitions()
                .size();
    }

    private static Map<String, String> settings(Admin admin, Topic topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
        return requireNonNull(admin.describeConfigs(List.of(resource)).values().get(resource)).get().entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private record Asked(boolean create, short replicationFactor) implements TopicConfig {}
}
