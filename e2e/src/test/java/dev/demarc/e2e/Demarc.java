package dev.demarc.e2e;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.access.Grant;
import dev.demarc.contracts.access.Person;
import dev.demarc.embedded.Folders;
import dev.demarc.local.platform.DataFolder;
import dev.demarc.local.platform.DeploymentKey;
import dev.demarc.local.platform.Environment;
import dev.demarc.local.platform.RunState;
import dev.demarc.local.platform.Service;
import dev.demarc.shell.token.CallerTokens;
import dev.demarc.shell.token.EdgeKey;
import dev.demarc.shell.token.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A platform in a folder of its own, run by the launcher that {@code ./demarc} runs. */
final class Demarc implements AutoCloseable {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** The services live too short for the full compiler. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    private static final Duration TIME_TO_START = Duration.ofMinutes(3);
    private static final Duration TIME_TO_STOP = Duration.ofMinutes(1);

    private final JsonHttp http = new JsonHttp();
    private final Map<Service, Integer> ports = new EnumMap<>(Service.class);
    private final Map<String, String> variables;
    private final Path folder;
    private final Path output;
    private Process launcher;

    private Demarc(String name, Map<String, String> variables, String... options) {
        this.variables = Map.copyOf(variables);
        try {
            folder = Files.createTempDirectory("demarc-e2e-" + name + "-");
            Files.createDirectories(Folders.cache());
            Files.createSymbolicLink(folder.resolve("programs"), Folders.cache());
            output = Path.of("target", name + "-launcher.log").toAbsolutePath();
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the platform's data", e);
        }
        for (Service service : Service.values()) {
            ports.put(service, freePort());
        }
        this.launcher = up(options);
    }

    /**
     * Starts it and returns when every service is ready.
     *
     * @param name what the log of its launcher is named after
     * @param variables of the launcher's environment, and so of the services'
     */
    static Demarc up(String name, Map<String, String> variables, String... options) {
        Demarc demarc = new Demarc(name, variables, options);
        demarc.awaitReady();
        return demarc;
    }

    /** Starts the launcher again on the same data. */
    void upAgain(String... options) {
        launcher = up(options);
        awaitReady();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + ports.get(Service.GATEWAY) + path);
    }

    JsonNode get(String path) {
        return JsonHttp.json(text(path));
    }

    String text(String path) {
        return http.body(HttpRequest.newBuilder(address(path)).build(), 200);
    }

    /** Posts JSON to the gateway, whose answer must have this status. */
    JsonNode post(String path, Object body, int status) {
        return JsonHttp.json(http.body(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
                        .build(),
                status));
    }

    URI address(Service service, String path) {
        return URI.create("http://127.0.0.1:" + ports.get(service) + path);
    }

    JsonNode post(Service service, String path) {
        return JsonHttp.json(http.send(calling(service, path)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build())
                .body());
    }

    JsonNode get(Service service, String path) {
        return JsonHttp.json(http.send(calling(service, path).build()).body());
    }

    /** The Authorization header that the service takes from the launcher. */
    String authorization(Service service) {
        EdgeKey key = EdgeKey.of(DeploymentKey.EDGE.of(new Environment(variables), data()));
        return new CallerTokens(Part.LAUNCHER, key, Clock.systemUTC())
                .authorization(Part.valueOf(service.name()), Grant.everything(new Person(null, "tests")));
    }

    /** What the service says of its health, well or not. */
    JsonNode health(Service service) {
        return JsonHttp.json(
                http.send(HttpRequest.newBuilder(address(service, "/q/health")).build())
                        .body());
    }

    private HttpRequest.Builder calling(Service service, String path) {
        return HttpRequest.newBuilder(address(service, path)).header("Authorization", authorization(service));
    }

    /** Runs another command of {@code ./demarc} to its end and returns its exit status; it prints to a file. */
    int run(Path printed, Map<String, String> variables, String... command) {
        try {
            ProcessBuilder builder = java(command).redirectErrorStream(true).redirectOutput(printed.toFile());
            builder.environment().putAll(variables);
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends services all at once as {@code kill -9} does; their launcher starts them again. */
    void kill(Service... services) {
        List<ProcessHandle> processes = new ArrayList<>();
        for (Service service : services) {
            processes.add(state().process(service).orElseThrow());
        }
        processes.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(processes);
    }

    /** Ends a service as {@code kill -9} does, unless it is on its way back from its last end. */
    void killIfAlive(Service service) {
        RunState.read(data()).flatMap(state -> state.process(service)).ifPresent(process -> {
            process.destroyForcibly();
            awaitEnd(List.of(process));
        });
    }

    /** Ends PostgreSQL's processes as {@code kill -9} does; the launcher starts it again. */
    void killPostgres() {
        List<ProcessHandle> servers = launcher.descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .toList();
        servers.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(servers);
    }

    /** Ends the launcher as {@code kill -9} does, and returns when everything that it had started is gone too. */
    void killLauncher() {
        List<ProcessHandle> family = new ArrayList<>(launcher.descendants().toList());
        family.add(launcher.toHandle());
        launcher.destroyForcibly();
        awaitEnd(family);
    }

    int port(Service service) {
        return ports.getOrDefault(service, service.defaultPort());
    }

    RunState state() {
        return RunState.read(data()).orElseThrow();
    }

    DataFolder data() {
        return new DataFolder(folder);
    }

    /** What the launcher has printed. */
    Path output() {
        return output;
    }

    void awaitReady() {
        await().atMost(TIME_TO_START).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (!launcher.isAlive()) {
                throw new IllegalStateException("the launcher ended with " + launcher.exitValue() + ": " + output);
            }
            return ports.keySet().stream().allMatch(this::isReady);
        });
    }

    @Override
    public void close() throws IOException {
        launcher.destroy();
        try {
            if (!launcher.waitFor(TIME_TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(folder.resolve("programs"));
        Folders.delete(folder);
    }

    private static void awaitEnd(List<ProcessHandle> processes) {
        await().atMost(TIME_TO_STOP).pollInterval(Duration.ofMillis(20)).until(() -> processes.stream()
                .noneMatch(ProcessHandle::isAlive));
    }

    private Process up(String... options) {
        List<String> command = new ArrayList<>(List.of("up"));
        command.addAll(List.of(options));
        ports.forEach((service, port) -> command.addAll(List.of("--port", service.id() + "=" + port)));
        try {
            return java(command.toArray(String[]::new))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the flags that {@code ./demarc} gives. */
    private ProcessBuilder java(String... command) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-Ddemarc.root=" + ROOT,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.demarc.local.Launcher"));
        words.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("JAVA_TOOL_OPTIONS", QUICK);
        builder.environment().putAll(variables);
        builder.environment().put("DEMARC_DATA", folder.toString());
        return builder;
    }

    private boolean isReady(Service service) {
        return http.isWell(address(service, "/q/health/ready"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
