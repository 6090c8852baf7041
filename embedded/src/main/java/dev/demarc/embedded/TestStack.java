package dev.demarc.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One Kafka and one PostgreSQL for all tests of a JVM, started when first asked for and gone with the JVM. */
public final class TestStack {
    private static final String KAFKA = "demarc.test-stack.kafka";
    private static final String POSTGRES_PORT = "demarc.test-stack.postgres.port";
    private static final String POSTGRES_PASSWORD = "demarc.test-stack.postgres.password";

    private final String bootstrapServers;
    private final Databases databases;

    private TestStack(String bootstrapServers, Databases databases) {
        this.bootstrapServers = bootstrapServers;
        this.databases = databases;
    }

    /** The stack of this JVM: system properties lead to it, because Quarkus loads this class more than once. */
    public static TestStack shared() {
        synchronized (System.getProperties()) {
            TestStack running = running();
            return running == null ? start() : running;
        }
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** The databases of the stack's PostgreSQL, as its superuser. */
    public Databases databases() {
        return databases;
    }

    public void createTopics(Collection<TopicSpec> topics) {
        KafkaTopics.ensure(bootstrapServers, topics);
    }

    private static @Nullable TestStack running() {
        String kafka = System.getProperty(KAFKA);
        Integer port = Integer.getInteger(POSTGRES_PORT);
        String password = System.getProperty(POSTGRES_PASSWORD);
        return kafka == null || port == null || password == null
                ? null
                : new TestStack(kafka, Databases.onLoopback(port, password));
    }

    private static TestStack start() {
        Path folder = freshFolder();
        CompletableFuture<EmbeddedPostgres> starting = CompletableFuture.supplyAsync(
                () -> EmbeddedPostgres.start(folder.resolve("postgresql"), 0, PostgresSettings.forTests()));
        EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0, List.of());
        EmbeddedPostgres postgres = starting.join();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(kafka, postgres, folder), "demarc-test-stack-end"));
        System.setProperty(KAFKA, kafka.bootstrapServers());
        System.setProperty(POSTGRES_PORT, Integer.toString(postgres.port()));
        System.setProperty(POSTGRES_PASSWORD, postgres.password());
        return new TestStack(kafka.bootstrapServers(), postgres.databases());
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
