package dev.demarc.local.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A service's program under the root. It starts as it is deployed, or, once its classes are archived (class data
 * sharing), from a flat class path with about half the processor time.
 */
public record Program(Path root, Service service) {
    /** What Quarkus says last when a program has started. */
    private static final String RUNS = "Installed features:";

    private static final Duration TIME_TO_RUN = Duration.ofMinutes(1);
    private static final Map<String, String> ALONE = Map.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            "127.0.0.1:1",
            "QUARKUS_HTTP_HOST",
            "127.0.0.1",
            "QUARKUS_HTTP_PORT",
            "0",
            "DEMARC_SCAN_WORK",
            "false",
            DeploymentKey.SCRUB.variable(),
            "only-for-a-start-that-reads-nothing",
            DeploymentKey.EDGE.variable(),
            Base64.getEncoder().encodeToString(new byte[32]));

    /** The jar that starts it as it is deployed. */
    public Path jar() {
        return folder().resolve("quarkus-run.jar");
    }

    public boolean isBuilt() {
        return Files.exists(jar());
    }

    public boolean isArchived() {
        return isNewer(archive(), jar());
    }

    /** The words of a command line that start it, behind {@code java} and its flags. */
    public List<String> words() {
        if (!isArchived()) {
            return List.of("-jar", jar().toString());
        }
        List<String> words = new ArrayList<>(List.of("-XX:SharedArchiveFile=" + archive()));
        words.addAll(flat());
        return words;
    }

    /**
     * Starts it without a bus or a database, ends it as soon as it runs or cannot go on, and archives the classes that
     * it had loaded by then.
     *
     * @return whether there is an archive now
     */
    public boolean archive(Path log) throws IOException, InterruptedException {
        Path made = archive().resolveSibling(archive().getFileName() + ".making");
        List<String> line = new ArrayList<>(List.of(java()));
        line.addAll(service.jvmFlags());
        line.add("-XX:ArchiveClassesAtExit=" + made);
        line.addAll(flat());
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(ALONE);
        Process process = builder.start();
        CompletableFuture.delayedExecutor(TIME_TO_RUN.toSeconds(), TimeUnit.SECONDS)
                .execute(() -> process.toHandle().destroy());
        try (BufferedReader output = process.inputReader();
                Writer copy = Files.newBufferedWriter(log)) {
            for (String said = output.readLine(); said != null; said = output.readLine()) {
                copy.write(said + System.lineSeparator());
                if (said.contains(RUNS)) {
                    process.toHandle().destroy();
                }
            }
        }
        process.waitFor();
        if (!Files.exists(made)) {
            return false;
        }
        Files.move(made, archive(), StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    /** The JVM that this launcher runs in. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Path folder() {
        return root.resolve(service.module()).resolve("target/quarkus-app");
    }

    /** Beside the program, for this very JVM: another would not take it. */
    private Path archive() {
        return folder().resolveSibling("classes-" + Runtime.version() + ".jsa");
    }

    private List<String> flat() {
        return List.of(
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-cp", classPath(), service.mainClass());
    }

    private String classPath() {
        Path bytecode = folder().resolve("quarkus");
        return Stream.concat(
                        Stream.of(
                                bytecode.resolve("transformed-bytecode.jar"),
                                bytecode.resolve("generated-bytecode.jar")),
                        Stream.of("app", "lib/boot", "lib/main").flatMap(each -> jars(folder().resolve(each))))
                .map(Path::toString)
                .collect(Collectors.joining(":"));
    }

    private static Stream<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(".jar")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    private static boolean isNewer(Path one, Path other) {
        try {
            return Files.exists(one) && Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
