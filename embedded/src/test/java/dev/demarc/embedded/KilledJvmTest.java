package dev.demarc.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledJvmTest {
    private final Path folder;

    KilledJvmTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void leavesNoPostgresBehind() throws Exception {
        Process jvm = jvmThatKeptSomething();
        assertThat(processesOnTheFolder()).hasSizeGreaterThan(1);

        jvm.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(15))
                .until(() -> processesOnTheFolder().isEmpty());
    }

    @Test
    void keepsRecordsAndRowsForTheNextStart() throws Exception {
        jvmThatKeptSomething().destroyForcibly().waitFor();

        try (EmbeddedKafka kafka =
                        EmbeddedKafka.start(folder.resolve("kafka"), 0, List.of(new TopicSpec("demarc.resources", 1)));
                EmbeddedPostgres postgres =
                        EmbeddedPostgres.start(folder.resolve("postgresql"), 0, PostgresSettings.forTests())) {
            assertThat(Records.on(kafka).committed("demarc.resources")).containsExactly("a record");
            assertThat(keptRow(postgres)).isEqualTo("a row");
        }
    }

    @Test
    void startsWhereAllPostgresProcessesWereKilledToo() throws Exception {
        Process jvm = jvmThatKeptSomething();
        Stream.concat(processesOnTheFolder().stream(), Stream.of(jvm.toHandle()))
                .forEach(ProcessHandle::destroyForcibly);
        jvm.waitFor();

        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.start(folder.resolve("postgresql"), 0, PostgresSettings.forTests())) {
            assertThat(keptRow(postgres)).isEqualTo("a row");
        }
    }

    private Process jvmThatKeptSomething() throws IOException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StackInAnotherJvm.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = jvm.inputReader();
        assertThat(output.readLine()).isEqualTo("kept");
        return jvm;
    }

    private List<ProcessHandle> processesOnTheFolder() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
                .toList();
    }

    private static String keptRow(EmbeddedPostgres postgres) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl("postgres"), "demarc", postgres.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT value FROM kept")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
