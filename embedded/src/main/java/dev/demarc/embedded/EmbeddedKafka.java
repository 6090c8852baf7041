package dev.demarc.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/** A Kafka broker with its controller inside this JVM, on loopback; its records outlive it in its data folder. */
public final class EmbeddedKafka implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final List<TopicSpec> topics;
    private @Nullable KafkaRaftServer server;

    private EmbeddedKafka(Path folder, int port, List<TopicSpec> topics) {
        this.folder = folder;
        this.port = port;
        this.topics = topics;
    }

    /** Starts a broker on what the folder holds, on the port or on a free one for 0, and adds missing topics. */
    public static EmbeddedKafka start(Path folder, int port, Collection<TopicSpec> topics) {
        EmbeddedKafka kafka =
                new EmbeddedKafka(folder.toAbsolutePath(), Loopback.freePortOr(port, "Kafka"), List.copyOf(topics));
        kafka.start();
        return kafka;
    }

    public String bootstrapServers() {
        return Loopback.HOST + ":" + port;
    }

    public int port() {
        return port;
    }

    /** Starts the broker again on the same port and folder after {@link #stop()}. */
    public synchronized void start() {
        if (server != null) {
            throw new IllegalStateException("Kafka on port " + port + " runs already");
        }
        Loopback.freePortOr(port, "Kafka");
        format();
        KafkaRaftServer starting = new KafkaRaftServer(
                new KafkaConfig(KafkaSettings.of(folder, port, Loopback.freePort()), false), Time.SYSTEM);
        try {
            starting.startup();
            KafkaTopics.ensure(bootstrapServers(), topics);
            server = starting;
        } finally {
            if (server == null) {
                starting.shutdown();
            }
        }
    }

    /** Stops the broker in order; a stopped one stays stopped. */
    public synchronized void stop() {
        KafkaRaftServer running = server;
        if (running != null) {
            server = null;
            running.shutdown();
            running.awaitShutdown();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void format() {
        try {
            if (Files.exists(folder.resolve("meta.properties"))) {
                return;
            }
            Files.createDirectories(folder);
            new Formatter()
                    .setNodeId(KafkaSettings.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setFeatureLevel("kraft.version", (short) 0)
                    .setControllerListenerName(KafkaSettings.CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(folder.toString())
                    .addDirectory(folder.toString())
                    .setIgnoreFormatted(true)
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka cannot write its data folder " + folder, e);
        } catch (Exception e) {
            throw new EmbeddedStartException("Kafka cannot use its data folder " + folder + ": " + e.getMessage(), e);
        }
    }
}
