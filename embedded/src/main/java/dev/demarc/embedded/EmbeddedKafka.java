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
import java.util.Map;
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
    private final KafkaDoor door;
    private @Nullable KafkaRaftServer server;

    private EmbeddedKafka(Path folder, int port, List<TopicSpec> topics, KafkaDoor door) {
        this.folder = folder;
        this.port = port;
        this.topics = topics;
        this.door = door;
    }

    /** Starts a broker on what the folder holds, on the port or on a free one for 0, and adds missing topics. */
    public static EmbeddedKafka start(Path folder, int port, Collection<TopicSpec> topics) {
        return start(folder, port, topics, Entrance.PLAIN);
    }

    /** As {@link #start(Path, int, Collection)}, for clients that come in as said; a folder keeps to one entrance. */
    public static EmbeddedKafka start(Path folder, int port, Collection<TopicSpec> topics, Entrance entrance) {
        Path place = folder.toAbsolutePath();
        EmbeddedKafka kafka = new EmbeddedKafka(
                place, Loopback.freePortOr(port, "Kafka"), List.copyOf(topics), new KafkaDoor(place, entrance));
        kafka.start();
        return kafka;
    }

    public String bootstrapServers() {
        return Loopback.HOST + ":" + port;
    }

    /** All that a client must set to come in, by Kafka's names. */
    public Map<String, String> clientSettings() {
        return door.client(bootstrapServers());
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
                new KafkaConfig(KafkaSettings.of(folder, port, Loopback.freePort(), door), false), Time.SYSTEM);
        try {
            starting.startup();
            KafkaTopics.ensure(clientSettings(), topics);
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
        Folders.makePrivate(folder);
        try {
            door.prepare();
            if (Files.exists(folder.resolve("meta.properties"))) {
                return;
            }
            new Formatter()
                    .setNodeId(KafkaSettings.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setFeatureLevel("kraft.version", (short) 0)
                    .setControllerListenerName(KafkaSettings.CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(folder.toString())
                    .addDirectory(folder.toString())
                    .setIgnoreFormatted(true)
                    .setScramArguments(door.logins())
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedStartException("Interrupted while Kafka's data folder was made", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka cannot write its data folder " + folder, e);
        } catch (Exception e) {
            throw new EmbeddedStartException("Kafka cannot use its data folder " + folder + ": " + e.getMessage(), e);
        }
    }
}
