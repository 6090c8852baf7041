package dev.demarc.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

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

class SecuredPostgresTest {
    private final Path folder;

    SecuredPostgresTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void servesThoseWhoVerifyItOverTlsAndRefusesPlainOnes() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(isEncrypted(postgres.jdbcUrl("postgres"), postgres)).isTrue();

            assertThatThrownBy(() -> isEncrypted(plain(postgres) + "?sslmode=disable", postgres))
                    .hasMessageContaining("no pg_hba.conf entry")
                    .hasMessageContaining("no encryption");
        }
    }

    @Test
    void isRefusedByThoseWhoTrustOthersAlone(@TempDir Path elsewhere) throws Exception {
        PostgresDoor other = new PostgresDoor(elsewhere, Entrance.SECURED);
        other.prepare();

        try (EmbeddedPostgres postgres = start()) {
            assertThatThrownBy(() -> isEncrypted(plain(postgres) + other.clientOptions(), postgres))
                    .hasMessageContaining("SSL error");
        }
    }

    @Test
    void takesPlainOnesAgainWhereItIsStartedSo() throws Exception {
        start().close();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, 0, PostgresSettings.forTests())) {
            assertThat(isEncrypted(postgres.jdbcUrl("postgres"), postgres)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UNMAPPED", "NOBODY"})
    void readsItsKeyAsTheUserThatItRunsAs(ServerUser user) throws Exception {
        assumeThat(ServerUser.choose(folder)).as("the test runs as root").isNotEqualTo(ServerUser.CALLER);
        assumeThat(user.worksHere()).as(user + " works here").isTrue();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(
                folder, 0, PostgresSettings.forTests(), Folders.cache(), Entrance.SECURED, place -> user)) {
            assertThat(isEncrypted(postgres.jdbcUrl("postgres"), postgres)).isTrue();
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, 0, PostgresSettings.forTests(), Entrance.SECURED);
    }

    private static String plain(EmbeddedPostgres postgres) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres";
    }

    private static boolean isEncrypted(String url, EmbeddedPostgres postgres) throws Exception {
        try (Connection connection = DriverManager.getConnection(url, postgres.user(), postgres.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }
}
