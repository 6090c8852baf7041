package dev.demarc.local;

import static org.awaitility.Awaitility.await;

import dev.demarc.embedded.Folders;
import dev.demarc.local.platform.DataFolder;
import dev.demarc.local.platform.Program;
import dev.demarc.local.platform.RunState;
import dev.demarc.local.platform.Service;
import dev.demarc.shell.process.ExitWithParent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A root with fake services in it, and the launcher's commands run on it, each in a JVM of its own. */
final class FakeCheckout {
    static final Duration SOON = Duration.ofSeconds(30);

    private final Path root;
    private final Path data;
    private final Map<Service, Integer> ports = new EnumMap<>(Service.class);

    private FakeCheckout(Path root) {
        this.root = root;
        this.data = root.resolve("data folder");
    }

    static FakeCheckout in(Path root) throws Exception {
        FakeCheckout checkout = new FakeCheckout(root);
        for (Service service : Service.values()) {
            writeJar(new Program(root, service).jar());
            checkout.ports.put(service, freePort());
        }
        Files.createDirectories(checkout.data);
        Files.createDirectories(Folders.cache());
        Files.createSymbolicLink(checkout.data.resolve("programs"), Folders.cache());
        return checkout;
    }

    Path data() {
        return data;
    }

    URI address(Service service) {
        return URI.create("http://127.0.0.1:" + ports.getOrDefault(service, 0));
    }

    int port(Service service) {
        return ports.getOrDefault(service, 0);
    }

    /** Starts {@code up} and returns when it says that it is up. */
    RunningCommand up(String... options) throws IOException {
        RunningCommand up = begin(upWords(options));
        up.awaitOutput("Demarc is up");
        return up;
    }

    RunningCommand beginUp(String... options) throws IOException {
        return begin(upWords(options));
    }

    RunningCommand run(String... words) throws Exception {
        RunningCommand command = begin(List.of(words));
        command.process().waitFor();
        return command;
    }

    /** Every process that this checkout started and that still lives. */
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(root.toString()))
                .toList();
    }

    /** Ends PostgreSQL as {@code kill -9} does and returns the port that it had. */
    int killPostgres() throws IOException {
        List<ProcessHandle> servers = processes().stream()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .toList();
        servers.forEach(ProcessHandle::destroyForcibly);
        await().atMost(SOON).until(() -> servers.stream().noneMatch(ProcessHandle::isAlive));
        String address = RunState.read(new DataFolder(data)).orElseThrow().postgres();
        return Integer.parseInt(address.substring(address.indexOf(':') + 1));
    }

    /** Ends every process that a test left, and gives the cache of programs back. */
    void clear() throws IOException {
        processes().forEach(ProcessHandle::destroyForcibly);
        await().atMost(SOON).until(() -> processes().isEmpty());
        Files.deleteIfExists(data.resolve("programs"));
    }

    static String get(URI address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private List<String> upWords(String... options) {
        List<String> words = new ArrayList<>(List.of("up"));
        words.addAll(List.of(options));
        ports.forEach((service, port) -> words.addAll(List.of("--port", service.id() + "=" + port)));
        return words;
    }

    private RunningCommand begin(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-Ddemarc.root=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(words);
        return RunningCommand.start(command, Map.of("DEMARC_DATA", data.toString()), root);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    private static void writeJar(Path jar) throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        ExitWithParent.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString());
        Files.createDirectories(jar.resolveSibling(""));
        String entry = FakeService.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream code = FakeService.class.getResourceAsStream("/" + entry)) {
            out.putNextEntry(new JarEntry(entry));
            Objects.requireNonNull(code).transferTo(out);
        }
    }
}
