package dev.demarc.e2e;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** The AWS emulator moto, a process of its own on a free port of loopback. */
final class Moto implements AutoCloseable {
    static final String ACCOUNT = "123456789012";
    static final String REGION = "us-east-1";

    private static final String PROGRAM = "moto_server";
    private static final Pattern RUNNING = Pattern.compile("Running on (http://127\\.0\\.0\\.1:\\d+)");
    private static final Duration TIME_TO_START = Duration.ofMinutes(1);

    private final Process process;
    private final URI endpoint;

    private Moto(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Whether it is installed here. */
    static boolean isInstalled() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, PROGRAM))
                .anyMatch(Files::isExecutable);
    }

    static Moto start() {
        Path output = Path.of("target", "moto.log").toAbsolutePath();
        ProcessBuilder builder = new ProcessBuilder(PROGRAM, "-H", "127.0.0.1", "-p", "0")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("MOTO_EC2_LOAD_DEFAULT_AMIS", "false");
        builder.environment().put("MOTO_IAM_LOAD_MANAGED_POLICIES", "true");
        builder.environment().put("PYTHONUNBUFFERED", "1");
        builder.environment()
                .put(
                        "PYTHONPATH",
                        Path.of("..", "scanner-service", "src", "test", "resources", "moto")
                                .toAbsolutePath()
                                .toString());
        try {
            Process process = builder.start();
            return new Moto(
                    process,
                    await().atMost(TIME_TO_START)
                            .pollInterval(Duration.ofMillis(100))
                            .until(() -> endpoint(output, process), Optional::isPresent)
                            .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException("moto_server is not installed (pip install 'moto[server]')", e);
        }
    }

    URI endpoint() {
        return endpoint;
    }

    /** Brings a client's builder to this emulator. */
    <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static Optional<URI> endpoint(Path output, Process process) throws IOException {
        String said = Files.readString(output);
        if (!process.isAlive()) {
            throw new IllegalStateException("moto_server ended: " + said);
        }
        Matcher running = RUNNING.matcher(said);
        return running.find() ? Optional.of(URI.create(running.group(1))) : Optional.empty();
    }
}
