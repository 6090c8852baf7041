package dev.demarc.bench.platform;

import dev.demarc.local.platform.DataFolder;
import dev.demarc.local.platform.Environment;
import dev.demarc.local.platform.Memory;
import dev.demarc.local.platform.RunState;
import dev.demarc.local.platform.Service;
import dev.demarc.shell.kafka.KafkaClients;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A platform of the bench's own, started as {@code ./demarc up} starts it, with its own data and ports. */
public final class BenchPlatform implements AutoCloseable {
    private static final Duration TIME_TO_START = Duration.ofMinutes(5);
    private static final int FIRST_PORT = 18_080;

    private final Path root;
    private final HttpClient http = HttpClient.newHttpClient();
    private final DataFolder folder;
    private final Process launcher;
    private final long begun = System.nanoTime();
    private final Instant begunAt = Instant.now();

    public BenchPlatform(Path root, Path data) throws IOException {
        this.root = root;
        this.folder = new DataFolder(data);
        ProcessBuilder up = new ProcessBuilder(
                        root.resolve("demarc").toString(),
                        "up",
                        "--fresh",
                        "--port",
                        Integer.toString(FIRST_PORT),
                        "--port",
                        "catalog=" + (FIRST_PORT + 1),
                        "--port",
                        "scanner=" + (FIRST_PORT + 2),
                        "--port",
                        "assessment=" + (FIRST_PORT + 3))
                .redirectOutput(data.resolveSibling("up.log").toFile())
                .redirectErrorStream(true);
        up.environment().put("DEMARC_DATA", data.toString());
        this.launcher = up.start();
    }

    /** Seconds until every service said that it was ready. */
    public double awaitHealthy() throws InterruptedException {
        return await(() -> List.of(Service.values()).stream().allMatch(this::isReady));
    }

    /** Seconds until the sample's twelve scorecards stood on the gateway. */
    public double awaitSample() throws InterruptedException {
        return await(() -> answers(Service.GATEWAY)
                .ifAny("/api/v1/organization?organization=sample")
                .filter(body -> body.contains("\"accountsRead\":12"))
                .isPresent());
    }

    /** Seconds until the process of the first service began, after the stores. */
    public double servicesBegan() {
        Instant first = Arrays.stream(Service.values())
                .flatMap(service -> state().process(service).stream())
                .flatMap(process -> process.info().startInstant().stream())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return Duration.between(begunAt, first).toMillis() / 1e3;
    }

    public RunState state() {
        return RunState.read(folder).orElseThrow(() -> new IllegalStateException("the platform has no state"));
    }

    /** Clients of the platform's Kafka, which may be one that the environment names. */
    public KafkaClients kafka() {
        return kafka(new Environment(System.getenv()), state().bootstrapServers());
    }

    static KafkaClients kafka(Environment environment, String bootstrapServers) {
        return new KafkaClients(Map.copyOf(environment.kafkaClient(bootstrapServers)));
    }

    public String databasePassword() throws IOException {
        return Files.readString(folder.path().resolve("data/postgresql/password"))
                .strip();
    }

    public int port(Service service) {
        return FIRST_PORT
                + List.of(Service.GATEWAY, Service.CATALOG, Service.SCANNER, Service.ASSESSMENT)
                        .indexOf(service);
    }

    /** Proportional set size of all that the launcher started and itself, in bytes. */
    public long memory() {
        return Memory.ofTree(launcher.toHandle())
                .orElseThrow(() -> new UnmeasuredException(
                        "the memory of the platform's processes cannot be read from /proc/PID/smaps_rollup"));
    }

    /** Stops a service's processor time, so that work can be laid in before it is timed. */
    public void suspend(Service service) throws IOException, InterruptedException {
        signal("-STOP", service);
    }

    public void resume(Service service) throws IOException, InterruptedException {
        signal("-CONT", service);
    }

    /** Runs a command of {@code ./demarc} on this platform. */
    public Process demarc(Map<String, String> environment, Path output, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(root.resolve("demarc").toString()), Arrays.stream(arguments))
                                .toList())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("DEMARC_DATA", folder.path().toString());
        return builder.start();
    }

    /** What a service answers. */
    public Answers answers(Service service) {
        return new Answers(http, port(service));
    }

    @Override
    public void close() {
        launcher.destroy();
        launcher.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }

    private boolean isReady(Service service) {
        return answers(service).ifAny("/q/health/ready").isPresent();
    }

    /** Waits until it holds; gives the seconds since the platform began. */
    public double await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            if (!launcher.isAlive() || System.nanoTime() - begun > TIME_TO_START.toNanos()) {
                throw new UnmeasuredException("the platform did not start: see up.log beside " + folder.path());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private void signal(String signal, Service service) throws IOException, InterruptedException {
        long pid = state().process(service).orElseThrow().pid();
        new ProcessBuilder("kill", signal, Long.toString(pid))
                .inheritIO()
                .start()
                .waitFor();
    }
}
