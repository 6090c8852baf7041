package dev.demarc.local.platform;

import dev.demarc.contracts.event.Topic;
import dev.demarc.embedded.Databases;
import dev.demarc.embedded.EmbeddedKafka;
import dev.demarc.embedded.EmbeddedPostgres;
import dev.demarc.embedded.KafkaTopics;
import dev.demarc.embedded.PostgresSettings;
import dev.demarc.embedded.TopicSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Kafka with its topics and PostgreSQL with its databases: started here, or the user's own. */
final class Stores implements AutoCloseable {
    private static final List<TopicSpec> TOPICS = Arrays.stream(Topic.values())
            .map(topic -> new TopicSpec(topic.topicName(), topic.partitions(), topic.settings()))
            .toList();

    private final Optional<EmbeddedKafka> kafka;
    private final Optional<EmbeddedPostgres> postgres;
    private final String bootstrapServers;
    private final Databases databases;

    private Stores(
            Optional<EmbeddedKafka> kafka,
            Optional<EmbeddedPostgres> postgres,
            String bootstrapServers,
            Databases databases) {
        this.kafka = kafka;
        this.postgres = postgres;
        this.bootstrapServers = bootstrapServers;
        this.databases = databases;
    }

    static Stores start(DataFolder folder, Ports ports, Environment environment, Progress progress) {
        CompletableFuture<Optional<EmbeddedPostgres>> postgresStarting = CompletableFuture.supplyAsync(() -> environment
                        .postgres()
                        .isPresent()
                ? Optional.empty()
                : Optional.of(EmbeddedPostgres.start(
                        folder.postgres(), ports.postgresOrFree(), PostgresSettings.durable(), folder.programs())));
        CompletableFuture<Databases> databasesStarting = postgresStarting.thenApply(own -> {
            Databases databases = own.map(EmbeddedPostgres::databases).orElseGet(() -> given(environment));
            Arrays.stream(Service.values())
                    .filter(Service::hasDatabase)
                    .forEach(service -> databases.create(service.database()));
            progress.ready("PostgreSQL", databases.address());
            return databases;
        });
        Optional<EmbeddedKafka> kafka = environment.kafka().isPresent()
                ? Optional.empty()
                : Optional.of(EmbeddedKafka.start(folder.kafka(), ports.kafkaOrFree(), TOPICS));
        environment.kafka().ifPresent(servers -> KafkaTopics.ensure(environment.kafkaClient(servers), TOPICS));
        String bootstrapServers = kafka.map(EmbeddedKafka::bootstrapServers)
                .or(environment::kafka)
                .orElseThrow();
        progress.ready("Kafka", bootstrapServers);
        return new Stores(kafka, join(postgresStarting), bootstrapServers, join(databasesStarting));
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    Databases databases() {
        return databases;
    }

    /** Starts PostgreSQL again if it has died; says whether it had. */
    boolean revive() {
        Optional<EmbeddedPostgres> dead = postgres.filter(server -> !server.isRunning());
        dead.ifPresent(EmbeddedPostgres::start);
        return dead.isPresent();
    }

    @Override
    public void close() {
        postgres.ifPresent(EmbeddedPostgres::close);
        kafka.ifPresent(EmbeddedKafka::close);
    }

    private static Databases given(Environment environment) {
        return Databases.at(
                environment.postgres().orElseThrow(), environment.postgresUser(), environment.postgresPassword());
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
