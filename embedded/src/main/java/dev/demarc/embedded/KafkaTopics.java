package dev.demarc.embedded;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Brings the topics of a cluster in line with what is asked for; what is there already keeps its records. */
public final class KafkaTopics {
    private static final Map<String, String> PATIENCE = Map.of(
            "client.id", "demarc-topics",
            "default.api.timeout.ms", "20000",
            "request.timeout.ms", "10000");

    private KafkaTopics() {}

    /** On a cluster that lets everyone in. */
    public static void ensure(String bootstrapServers, Collection<TopicSpec> topics) {
        ensure(Map.of("bootstrap.servers", bootstrapServers), topics);
    }

    /** @param client what a client must set to come in, by Kafka's names */
    public static void ensure(Map<String, String> client, Collection<TopicSpec> topics) {
        if (topics.isEmpty()) {
            return;
        }
        Map<String, Object> settings = new HashMap<>(client);
        settings.putAll(PATIENCE);
        try (Admin admin = Admin.create(settings)) {
            ensure(admin, topics);
        } catch (ExecutionException e) {
            throw new EmbeddedStartException(
                    "Kafka at " + client.get("bootstrap.servers") + " refuses the topics: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedStartException("Interrupted while the topics were created", e);
        }
    }

    private static void ensure(Admin admin, Collection<TopicSpec> topics)
            throws ExecutionException, InterruptedException {
        Collection<String> existing = admin.listTopics().names().get();
        List<TopicSpec> missing = topics.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .toList();
        List<TopicSpec> present =
                topics.stream().filter(topic -> existing.contains(topic.name())).toList();
        admin.createTopics(missing.stream().map(KafkaTopics::newTopic).toList())
                .all()
                .get();
        checkPartitions(admin, present);
        admin.incrementalAlterConfigs(present.stream()
                        .filter(topic -> !topic.settings().isEmpty())
                        .collect(Collectors.toMap(KafkaTopics::resource, KafkaTopics::settings)))
                .all()
                .get();
    }

    private static void checkPartitions(Admin admin, List<TopicSpec> present)
            throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> descriptions = admin.describeTopics(
                        present.stream().map(TopicSpec::name).toList())
                .allTopicNames()
                .get();
        for (TopicSpec topic : present) {
            int partitions = Objects.requireNonNull(descriptions.get(topic.name()))
                    .partitions()
                    .size();
            if (partitions < topic.partitions()) {
                throw new EmbeddedStartException("Topic " + topic.name() + " has " + partitions
                        + " partitions and needs " + topic.partitions()
                        + ": its records are placed by their number, so start with a fresh data folder");
            }
        }
    }

    private static NewTopic newTopic(TopicSpec topic) {
        return new NewTopic(topic.name(), topic.partitions(), (short) -1).configs(topic.settings());
    }

    private static ConfigResource resource(TopicSpec topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static Collection<AlterConfigOp> settings(TopicSpec topic) {
        return topic.settings().entrySet().stream()
                .map(entry ->
                        new AlterConfigOp(new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }
}
