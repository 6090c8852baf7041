package dev.demarc.assessment.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.listing.ReadTransaction;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.Problem;
import dev.demarc.shell.problem.Problems;
import jakarta.ws.rs.core.Response;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class StoreUnavailableTest {
    @Test
    void tellsThatPostgresqlIsAway() throws Exception {
        PGSimpleDataSource nobody = new PGSimpleDataSource();
        nobody.setUrl("jdbc:postgresql://127.0.0.1:%d/none".formatted(freePort()));

        assertThatThrownBy(() -> new ReadTransaction(nobody).of(connection -> 1))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("PostgreSQL cannot be reached");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53300", "57P01", "57P03"})
    void takesConnectionsShutdownsAndFullServersForAway(String state) {
        assertThat(StoreUnavailableException.orBug(new SQLException("gone", state)))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42601", "22P02", "23505"})
    void takesARefusedStatementForADefect(String state) {
        assertThat(StoreUnavailableException.orBug(new SQLException("wrong", state)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void answersThatLaterMayHelp() {
        RuntimeException away = StoreUnavailableException.orBug(new SQLException("gone", "08006"));

        try (Response response = new ProblemMappers().storeAway((StoreUnavailableException) away)) {
            assertThat(response.getStatus()).isEqualTo(503);
            assertThat(response.getHeaderString("Retry-After")).isEqualTo("5");
            assertThat(response.getMediaType()).hasToString(Problem.MEDIA_TYPE);
            Problem problem = Json.read((byte[]) response.getEntity(), Problem.class);
            assertThat(problem.type()).isEqualTo("/problems/unavailable");
            assertThat(problem.detail()).doesNotContain("gone");
        }
    }

    @Test
    void keepsTheReasonOfADefectFromItsCaller() {
        try (Response response = Problems.internal(new IllegalStateException("secret"))) {
            assertThat(response.getStatus()).isEqualTo(500);
            assertThat(new String((byte[]) response.getEntity(), StandardCharsets.UTF_8))
                    .doesNotContain("secret")
                    .contains("/problems/internal");
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
