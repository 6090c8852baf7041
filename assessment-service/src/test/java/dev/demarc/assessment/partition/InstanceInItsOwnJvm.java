package dev.demarc.assessment.partition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** An instance in a JVM of its own, so that all of it can be paused as a long collection of garbage would. */
final class InstanceInItsOwnJvm implements AutoCloseable {
    private final Process process;
    private final Path log;

    InstanceInItsOwnJvm(Stack stack, TestConfig config) throws IOException {
        log = Files.createTempFile("instance-", ".log");
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.jboss.logging.provider=jdk",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InstanceInItsOwnJvm.class.getName(),
                        stack.kafka().bootstrapServers(),
                        stack.postgres().jdbcUrl("demarc"),
                        stack.postgres().user(),
                        stack.postgres().password(),
                        Integer.toString(config.batch())))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    public static void main(String[] arguments) throws IOException {
        QuietKafka.please();
        Database database = Database.at(arguments[1], arguments[2], arguments[3]);
        TestConfig config = new TestConfig("test", Integer.parseInt(arguments[4]), 500, Duration.ofSeconds(6));
        try (RunningInstance instance = new RunningInstance(arguments[0], database.source(), config)) {
            while (System.in.read() >= 0 && instance.notAlive().isEmpty()) {
                Thread.onSpinWait();
            }
        }
    }

    void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void wake() throws IOException, InterruptedException {
        signal("-CONT");
    }

    String output() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.delete(log);
    }

    private void signal(String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("kill %s %d ended with %d".formatted(name, process.pid(), exit));
        }
    }
}
