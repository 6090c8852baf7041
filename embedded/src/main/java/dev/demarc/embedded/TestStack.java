package dev.demarc.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One Kafka and one PostgreSQL for all tests of a JVM, started when first asked for and gone with the JVM. */
public final class TestStack {
    private static final String KAFKA = "demarc.test-stack.kafka";
    private static final String POSTGRES_PORT = "demarc.test-stack.postgres.port";
    private static final String FOLDER = "demarc.test-stack.folder";

    private final Map<String, String> kafka;
    private final Databases databases;

    private TestStack(Map<String, String> kafka, Databases databases) {
        this.kafka = kafka;
        this.databases = databases;
    }

    /** The stack of this JVM: system properties lead to it, because Quarkus loads this class more than once. */
    public static TestStack shared() {
        return shared(Entrance.PLAIN);
    }

    /** As {@link #shared()}, the one that clients come into as said. */
    public static TestStack shared(Entrance entrance) {
        synchronized (System.getProperties()) {
            TestStack running = running(entrance);
            return running == null ? start(entrance) : running;
        }
    }

    public String bootstrapServers() {
        return Objects.requireNonNull(kafka.get("bootstrap.servers"));
    }

    /** All that a client of the stack's Kafka must set, by Kafka's names. */
    public Map<String, String> kafkaSettings() {
        return kafka;
    }

    /** The databases of the stack's PostgreSQL, as its superuser. */
    public Databases databases() {
        return databases;
    }

    public void createTopics(Collection<TopicSpec> topics) {
        KafkaTopics.ensure(kafka, topics);
    }

    private static @Nullable TestStack running(Entrance entrance) {
        String kafka = System.getProperty(named(KAFKA, entrance));
        Integer port = Integer.getInteger(named(POSTGRES_PORT, entrance));
        String folder = System.getProperty(named(FOLDER, entrance));
        if (kafka == null || port == null || folder == null) {
            return null;
        }
        Path place = Path.of(folder);
        return new TestStack(
                new KafkaDoor(kafka(place), entrance).client(kafka),
                Databases.onLoopback(
                        port,
                        new PostgresDoor(postgres(place), entrance).clientOptions(),
                        new PasswordFile(postgres(place).resolve("password")).read()));
    }

    private static TestStack start(Entrance entrance) {
        Path folder = freshFolder();
        CompletableFuture<EmbeddedPostgres> starting = CompletableFuture.supplyAsync(
                () -> EmbeddedPostgres.start(postgres(folder), 0, PostgresSettings.forTests(), entrance));
        EmbeddedKafka kafka = EmbeddedKafka.start(kafka(folder), 0, List.of(), entrance);
        EmbeddedPostgres postgres = starting.join();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(kafka, postgres, folder), "demarc-test-stack-end"));
        System.setProperty(named(KAFKA, entrance), kafka.bootstrapServers());
        System.setProperty(named(POSTGRES_PORT, entrance), Integer.toString(postgres.port()));
        System.setProperty(named(FOLDER, entrance), folder.toString());
        return new TestStack(kafka.clientSettings(), postgres.databases());
    }

    private static String named(String property, Entrance entrance) {
        return property + "." + entrance;
    }

    private static Path kafka(Path folder) {
        return folder.resolve("kafka");
    }

    private static Path postgres(Path folder) {
        return folder.resolve("postgresql");
    }

    private static void end(EmbeddedKafka kafka, EmbeddedPostgres postgres, Path folder) {
        postgres.close();
        kafka.close();
        Folders.delete(folder);
    }

    private static Path freshFolder() {
        try {
            Path build = Path.of("target").toAbsolutePath();
            return Files.isDirectory(build)
                    ? Files.createTempDirectory(build, "test-stack-")
                    : Files.createTempDirectory("demarc-test-stack-");
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the test stack", e);
        }
    }
}
