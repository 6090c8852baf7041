package dev.demarc.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** The AWS emulator moto on a free port of loopback, one for all tests of this JVM; empty again after a reset. */
public final class Moto {
    public static final String ACCOUNT = "123456789012";

    private static final Pattern RUNNING = Pattern.compile("Running on (http://127\\.0\\.0\\.1:\\d+)");
    /** Leads every class loader of this JVM to the one emulator. */
    private static final String PROPERTY = "demarc.test.moto";

    private static final long START_SECONDS = 60;

    private final URI endpoint;

    private Moto(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** The running emulator; skips the calling test where it is not installed, but never in CI. */
    public static Moto start() {
        synchronized (System.getProperties()) {
            String running = System.getProperty(PROPERTY);
            return running == null ? Holder.running() : new Moto(URI.create(running));
        }
    }

    /** Where the emulator runs, started if need be; empty where it is not installed. */
    public static Optional<String> endpointIfInstalled() {
        synchronized (System.getProperties()) {
            if (System.getProperty(PROPERTY) == null) {
                Holder.attempt();
            }
            return Optional.ofNullable(System.getProperty(PROPERTY));
        }
    }

    public URI endpoint() {
        return endpoint;
    }

    /** Forgets every resource. */
    public void reset() {
        try {
            HttpResponse<Void> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(endpoint.resolve("/moto-api/reset"))
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(200);
        } catch (IOException e) {
            throw new IllegalStateException("moto does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static final class Holder {
        /** Where Python finds what keeps moto from loading all of AWS's policies at each reset. */
        private static final Path FEW_POLICIES = Path.of("src", "test", "resources", "moto");

        private static final CompletableFuture<Moto> STARTED = new CompletableFuture<>();

        static void attempt() {
            if (!STARTED.isDone()) {
                try {
                    URI endpoint = launch();
                    System.setProperty(PROPERTY, endpoint.toString());
                    STARTED.complete(new Moto(endpoint));
                } catch (IOException e) {
                    STARTED.completeExceptionally(
                            new IllegalStateException("moto_server is not installed (pip install 'moto[server]')", e));
                }
            }
        }

        static Moto running() {
            attempt();
            if (STARTED.isCompletedExceptionally() && !"true".equals(System.getenv("CI"))) {
                Assumptions.abort("moto_server is not installed (pip install 'moto[server]')");
            }
            return STARTED.join();
        }

        private static URI launch() throws IOException {
            ProcessBuilder builder = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", "0");
            builder.environment().put("MOTO_EC2_LOAD_DEFAULT_AMIS", "false");
            builder.environment().put("MOTO_IAM_LOAD_MANAGED_POLICIES", "true");
            builder.environment().put("PYTHONUNBUFFERED", "1");
            builder.environment()
                    .put("PYTHONPATH", FEW_POLICIES.toAbsolutePath().toString());
            Process process = builder.redirectErrorStream(true).start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "moto-end"));
            CompletableFuture<URI> address = new CompletableFuture<>();
            Thread reader = new Thread(() -> read(process, address), "moto-output");
            reader.setDaemon(true);
            reader.start();
            try {
                return address.get(START_SECONDS, TimeUnit.SECONDS);
            } catch (Exception e) {
                end(process);
                throw new IllegalStateException("moto_server did not start", e);
            }
        }

        private static void end(Process process) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }

        private static void read(Process process, CompletableFuture<URI> address) {
            StringBuilder said = new StringBuilder();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    Matcher running = RUNNING.matcher(line);
                    if (running.find()) {
                        address.complete(URI.create(running.group(1)));
                    }
                    if (!address.isDone()) {
                        said.append(line).append('\n');
                    }
                }
            } catch (IOException e) {
                said.append(e);
            }
            address.completeExceptionally(new IllegalStateException("moto_server ended: " + said));
        }
    }
}
