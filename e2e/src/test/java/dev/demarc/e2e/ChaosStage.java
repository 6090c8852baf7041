package dev.demarc.e2e;

import dev.demarc.embedded.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A platform whose Kafka is a process of its own, and the load on it. */
record ChaosStage(Path folder, KafkaProcess kafka, Demarc demarc, ChaosLoad load) implements AutoCloseable {
    static ChaosStage set() {
        try {
            Path folder = Files.createTempDirectory("demarc-chaos-kafka-");
            KafkaProcess kafka = new KafkaProcess(folder);
            Demarc demarc =
                    Demarc.up("chaos", Map.of("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers()), "--no-sample");
            return new ChaosStage(folder, kafka, demarc, new ChaosLoad(kafka.bootstrapServers()));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for Kafka's data", e);
        }
    }

    static void pause(Random random, Duration most) {
        try {
            TimeUnit.MILLISECONDS.sleep(random.nextInt((int) most.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        demarc.close();
        kafka.close();
        Folders.delete(folder);
    }
}
