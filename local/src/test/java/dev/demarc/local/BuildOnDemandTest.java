package dev.demarc.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code demarc} in a root of fakes: a Java that tells its jar, a Maven that tells its modules. */
class BuildOnDemandTest {
    private static final Duration LONG_AGO = Duration.ofHours(1);

    private final Path root;

    BuildOnDemandTest(@TempDir Path root) throws IOException {
        this.root = root;
        Files.copy(Path.of("..", "demarc"), root.resolve("demarc"));
        Files.setPosixFilePermissions(root.resolve("demarc"), PosixFilePermissions.fromString("rwxr-xr-x"));
        program("jdk/bin/java", """
                case "$*" in
                    -version) echo 'openjdk version "17.0.1"' >&2 ;;
                    *showSettings*) echo "    java.home = $(dirname "$0")/.." >&2 ;;
                    *) for word; do case $word in *.jar) echo "runs ${word##*/}" ;; esac; done ;;
                esac
                """);
        program("jdk/bin/javac", "");
        program("mvnw", """
                for word; do
                    case $word in
                        *bench | *gateway*) echo "$word" >> built.log ;;
                        *chaos*) echo "tests with $word" ;;
                    esac
                done
                for module in local bench; do
                    mkdir -p $module/target
                    : > $module/target/demarc-$module.jar
                done
                """);
        source("local/src/main/java/Local.java");
        source("bench/src/main/java/Bench.java");
        source("bench/pom.xml");
        source("e2e/pom.xml");
    }

    @Test
    void buildsTheBenchOnceWhileNothingChanges() throws Exception {
        assertThat(demarc("bench")).contains("builds what is out of date", "runs demarc-bench.jar");

        assertThat(demarc("bench")).doesNotContain("builds").contains("runs demarc-bench.jar");
        assertThat(demarc("up")).doesNotContain("builds").contains("runs demarc-local.jar");
        assertThat(builds()).containsExactly("local,catalog-service,scanner-service,assessment-service,gateway,bench");
    }

    @Test
    void buildsTheBenchAloneWhereTheRestIsBuilt() throws Exception {
        demarc("up");

        demarc("bench");

        assertThat(builds())
                .containsExactly("local,catalog-service,scanner-service,assessment-service,gateway", "bench");
    }

    @Test
    void buildsWhatChangedForThoseWhoNeedIt() throws Exception {
        demarc("bench");
        change("bench/src/main/java/Bench.java");

        assertThat(demarc("up")).doesNotContain("builds");
        assertThat(demarc("bench")).contains("builds");
        assertThat(demarc("bench")).doesNotContain("builds");
        change("local/src/main/java/Local.java");
        assertThat(demarc("bench")).contains("builds");
        assertThat(demarc("up")).doesNotContain("builds");
    }

    @Test
    void letsAsManyFaultsHappenAsAreAskedFor() throws Exception {
        assertThat(demarc("chaos"))
                .contains("tests with -Ddemarc.chaos.faults=200")
                .doesNotContain("seed");

        assertThat(demarc("chaos", "--seed", "7", "--faults", "12"))
                .contains("tests with -Ddemarc.chaos.faults=12", "tests with -Ddemarc.chaos.seed=7");
    }

    private String demarc(String... command) throws Exception {
        List<String> words = new ArrayList<>(List.of(root.resolve("demarc").toString()));
        words.addAll(List.of(command));
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).directory(root.toFile());
        builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
        builder.environment().remove("DEMARC_DATA");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(root.resolve("built.log"));
    }

    private void program(String path, String script) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void source(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(LONG_AGO)));
    }

    private void change(String path) throws IOException {
        Files.setLastModifiedTime(root.resolve(path), FileTime.from(Instant.now()));
    }
}
