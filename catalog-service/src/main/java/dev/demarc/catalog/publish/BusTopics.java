package dev.demarc.catalog.publish;

import dev.demarc.contracts.event.Topic;
import dev.demarc.shell.kafka.KafkaClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the bus, which this service creates where it is told to. */
@ApplicationScoped
class BusTopics {
    private static final short BROKERS_DEFAULT = -1;

    private final KafkaClients clients;
    private final Duration patience;
    private final TopicConfig config;

    BusTopics(KafkaClients clients, TopicConfig config, PublishConfig publishConfig) {
        short copies = config.replicationFactor();
        if (copies < 1 && copies != BROKERS_DEFAULT) {
            throw new IllegalArgumentException(
                    "demarc.topics.replication-factor is %d; accepted: 1 or more, or -1 for the broker's default"
                            .formatted(copies));
        }
        this.clients = clients;
        this.patience = publishConfig.patience();
        this.config = config;
    }

    /**
     * Creates the topics that are missing, where it may, and leaves those that are there alone.
     *
     * @return what is missing afterwards and why, a sentence each; empty once the bus is whole
     * @throws KafkaException where Kafka does not answer
     */
    List<String> complete() {
        try (Admin admin = clients.admin("catalog-service-topics", patience)) {
            List<Topic> missing = missing(admin);
            if (missing.isEmpty()) {
                return List.of();
            }
            return config.create() ? create(admin, missing) : List.of(notAllowed(missing));
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka does not list its topics: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static List<Topic> missing(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> present = admin.listTopics().names().get();
        return Arrays.stream(Topic.values())
                .filter(topic -> !present.contains(topic.topicName()))
                .toList();
    }

    private List<String> create(Admin admin, List<Topic> missing) {
        CreateTopicsResult results =
                admin.createTopics(missing.stream().map(this::newTopic).toList());
        return missing.stream()
                .flatMap(topic ->
                        refusal(topic, Objects.requireNonNull(results.values().get(topic.topicName()))).stream())
                .toList();
    }

    private NewTopic newTopic(Topic topic) {
        return new NewTopic(topic.topicName(), topic.partitions(), config.replicationFactor())
                .configs(topic.settings());
    }

    private Optional<String> refusal(Topic topic, KafkaFuture<Void> creation) {
        try {
            creation.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return Optional.empty();
            }
            return Optional.of(refused(topic, Objects.requireNonNull(e.getCause())));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private String refused(Topic topic, Throwable reason) {
        short copies = config.replicationFactor();
        return ("Kafka refuses to create %s (%d partitions, replication factor %s): %s; let this service's user create"
                        + " topics, change demarc.topics.replication-factor, or create it yourself")
                .formatted(
                        topic,
                        topic.partitions(),
                        copies == BROKERS_DEFAULT ? "of the broker's default" : copies,
                        reason.getMessage());
    }

    private static String notAllowed(List<Topic> missing) {
        return "topics are missing: %s; create them, or let this service do it with demarc.topics.create=true"
                .formatted(missing.stream().map(Topic::topicName).collect(Collectors.joining(", ")));
    }

    private static KafkaException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new KafkaException("Interrupted", e);
    }
}
