package dev.demarc.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
    private static final Instant BUILT = Instant.parse("2026-01-02T03:04:05Z");

    private final Path root;
    private final Path target;

    ProgramTest(@TempDir Path root) throws IOException {
        this.root = root;
        target = root.resolve("gateway/target");
        for (String folder : new String[] {"app", "lib/boot", "lib/main", "quarkus"}) {
            Files.createDirectories(target.resolve("quarkus-app").resolve(folder));
        }
        Files.createFile(target.resolve("quarkus-app/lib/main/some.jar"));
        Path jar = Files.createFile(target.resolve("quarkus-app/quarkus-run.jar"));
        Files.setLastModifiedTime(jar, FileTime.from(BUILT));
    }

    @Test
    void startsAsItIsDeployedWithoutAnArchive() {
        assertThat(program().isArchived()).isFalse();
        assertThat(program().words()).containsExactly("-jar", program().jar().toString());
    }

    @Test
    void startsFromItsArchive() throws IOException {
        Path archive = archive(BUILT.plusSeconds(1));

        assertThat(program().words())
                .startsWith("-XX:SharedArchiveFile=" + archive)
                .anyMatch(word -> word.endsWith("some.jar"))
                .endsWith("io.quarkus.runner.GeneratedMain");
    }

    @Test
    void passesOverAnArchiveOfAnEarlierBuild() throws IOException {
        archive(BUILT.minusSeconds(1));

        assertThat(program().words()).startsWith("-jar");
    }

    private Program program() {
        return new Program(root, Service.GATEWAY);
    }

    private Path archive(Instant made) throws IOException {
        Path archive = Files.createFile(target.resolve("classes-" + Runtime.version() + ".jsa"));
        return Files.setLastModifiedTime(archive, FileTime.from(made));
    }
}
