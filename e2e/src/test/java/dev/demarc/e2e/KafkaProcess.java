package dev.demarc.e2e;

import dev.demarc.embedded.EmbeddedKafka;
import dev.demarc.shell.process.ExitWithParent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/** A Kafka in a process of its own, that can be killed and comes back at the same address. */
final class KafkaProcess implements AutoCloseable {
    private static final String RUNS = "runs at ";

    /** A broker gives up that does not come up in time on a machine that is busy with what else comes up. */
    private static final int ATTEMPTS = 3;

    private final Path folder;
    private int port;
    private Process process;

    KafkaProcess(Path folder) {
        this.folder = folder;
        this.process = launch();
    }

    /** The process's own part: a folder and a port. */
    public static void main(String[] arguments) throws InterruptedException {
        ExitWithParent.watch();
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), List.of());
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
        System.out.println(RUNS + kafka.port());
        new CountDownLatch(1).await();
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        end(process.destroyForcibly());
    }

    /** Ends it in order. */
    void stop() {
        process.destroy();
        end(process);
    }

    /** Returns when it takes records again. */
    void startAgain() {
        process = launch();
    }

    @Override
    public void close() {
        kill();
    }

    private Process launch() {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Process launched = begin();
            OptionalInt listens = awaitPort(launched.inputReader());
            if (listens.isPresent()) {
                port = listens.getAsInt();
                return launched;
            }
        }
        throw new IllegalStateException("Kafka ended before it ran, in " + folder);
    }

    private Process begin() {
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            KafkaProcess.class.getName(),
                            folder.toString(),
                            Integer.toString(port))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka cannot be started", e);
        }
    }

    /** Empty where it ends before it listens. */
    private static OptionalInt awaitPort(BufferedReader output) {
        return output.lines()
                .filter(line -> line.startsWith(RUNS))
                .mapToInt(line -> Integer.parseInt(line.substring(RUNS.length())))
                .findFirst();
    }

    private static void end(Process ending) {
        try {
            ending.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
