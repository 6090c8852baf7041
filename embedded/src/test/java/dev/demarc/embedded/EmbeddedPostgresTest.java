package dev.demarc.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddedPostgresTest {
    private final Path folder;

    EmbeddedPostgresTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void isVersion18() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            String version = query(postgres, "postgres", "SHOW server_version");

            assertThat(version).startsWith("18");
        }
    }

    @Test
    void keepsRowsOverARestartOnTheSamePort() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            postgres.createDatabase("catalog");
            query(postgres, "catalog", "CREATE TABLE kept AS SELECT 'a row' AS value; SELECT 1");

            postgres.stop();
            postgres.start();

            assertThat(query(postgres, "catalog", "SELECT value FROM kept")).isEqualTo("a row");
        }
    }

    @Test
    void keepsRowsAndPasswordForTheNextOneOnTheFolder() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            query(postgres, "postgres", "CREATE TABLE kept AS SELECT 'a row' AS value; SELECT 1");
        }

        try (EmbeddedPostgres postgres = start()) {
            assertThat(query(postgres, "postgres", "SELECT value FROM kept")).isEqualTo("a row");
        }
    }

    @Test
    void leavesADatabaseAloneThatIsThere() {
        try (EmbeddedPostgres postgres = start()) {
            postgres.createDatabase("catalog");

            postgres.createDatabase("catalog");

            assertThat(postgres.jdbcUrl("catalog"))
                    .isEqualTo("jdbc:postgresql://127.0.0.1:" + postgres.port() + "/catalog");
        }
    }

    @Test
    void refusesADatabaseNameThatSqlWouldHaveToQuote() {
        try (EmbeddedPostgres postgres = start()) {
            assertThatThrownBy(() -> postgres.createDatabase("a; DROP TABLE x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a; DROP TABLE x");
        }
    }

    @Test
    void refusesThoseWithoutThePassword() {
        try (EmbeddedPostgres postgres = start()) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("postgres"), "demarc", "guessed"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void refusesAFolderInUse() {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(postgres.isRunning()).isTrue();
            assertThatThrownBy(this::start)
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining(folder + " is in use");
        }
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder, other.getLocalPort(), PostgresSettings.forTests()))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " on 127.0.0.1 is taken");
        }
    }

    @Test
    void showsWhatTheServerSaysOfABadSetting() {
        PostgresSettings bad = PostgresSettings.forTests().with("shared_buffers", "plenty");

        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, 0, bad))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining("invalid value for parameter \"shared_buffers\"");
    }

    @Test
    void letsNobodyElseIntoItsFolder() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (EmbeddedPostgres postgres = start()) {
            assertThat(postgres.isRunning()).isTrue();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UNMAPPED", "NOBODY"})
    void runsForRootAsAnotherUser(ServerUser user) throws Exception {
        assumeThat(ServerUser.choose(folder)).as("the test runs as root").isNotEqualTo(ServerUser.CALLER);
        assumeThat(user.worksHere()).as(user + " works here").isTrue();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(
                folder, 0, PostgresSettings.forTests(), Folders.cache(), Entrance.PLAIN, place -> user)) {
            postgres.stop();
            postgres.start();

            assertThat(query(postgres, "postgres", "SHOW server_version")).startsWith("18");
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, 0, PostgresSettings.forTests());
    }

    private static String query(EmbeddedPostgres postgres, String database, String sql) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(database), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            while (statement.getResultSet() == null) {
                statement.getMoreResults();
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
