package dev.demarc.assessment.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.fixture.TestStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunRetentionTest {
    private static final DataSource STORE = TestStore.empty("run_retention");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final String RUNS = "SELECT run FROM run ORDER BY run";

    private final RunRetention retention = new RunRetention(STORE);

    @BeforeEach
    void aScope() throws SQLException {
        TestStore.emptied(STORE);
        execute("INSERT INTO account (id) VALUES ('111122223333')");
        execute("INSERT INTO region (name) VALUES ('eu-central-1')");
        execute("INSERT INTO resource_type (name) VALUES ('AWS::S3::Bucket')");
        execute("INSERT INTO scope (account, region, type, partition) VALUES (1, 1, 1, 0)");
        execute("INSERT INTO scope_state (scope) VALUES (1)");
    }

    @Test
    void dropsAfterAMonthWhatToldNothing() throws SQLException {
        run("never-ended#1", "2026-03-01", null, null);
        run("never-began#1", null, "2026-03-02", "FAILED");
        run("told#1", "2026-03-03", "2026-03-03", "COMPLETE");
        run("young#1", "2026-05-30", null, null);
        execute("INSERT INTO run_page (scope, run, page, rids) VALUES (1, 'never-ended#1', 0, '')");

        retention.apply(NOW, Optional.empty());

        assertThat(rows(RUNS)).containsExactly("told#1", "young#1");
        assertThat(rows("SELECT run FROM run_page")).isEmpty();
    }

    @Test
    void keepsWhatItsScopeStillNames() throws SQLException {
        run("newest#1", "2026-03-01", null, null);
        execute("UPDATE scope_state SET source = 'LIVE', newest_run = 'newest#1', newest_begun_at = '2026-03-01'");

        retention.apply(NOW, Optional.empty());

        assertThat(rows(RUNS)).containsExactly("newest#1");
    }

    @Test
    void dropsWhatWasOvertakenBeforeHistoryBegins() throws SQLException {
        run("a#1", "2026-01-01", "2026-01-01", "COMPLETE");
        run("b#1", "2026-02-01", "2026-02-01", "COMPLETE");
        run("c#1", "2026-03-01", "2026-03-01", "DENIED");
        run("d#1", "2026-05-01", "2026-05-01", "COMPLETE");

        retention.apply(NOW, Optional.of(Instant.parse("2026-04-01T00:00:00Z")));

        assertThat(rows(RUNS)).containsExactly("b#1", "c#1", "d#1");
    }

    @Test
    void dropsTheRunsOfScopesThatEndedBeforeHistoryBegins() throws SQLException {
        run("a#1", "2026-01-01", "2026-01-01", "COMPLETE");
        run("b#1", "2026-05-01", "2026-05-01", "COMPLETE");
        execute("DELETE FROM scope_state");

        retention.apply(NOW, Optional.of(Instant.parse("2026-04-01T00:00:00Z")));

        assertThat(rows(RUNS)).containsExactly("b#1");
    }

    @Test
    void keepsAllThatToldSomethingWhereHistoryHasNoEnd() throws SQLException {
        run("a#1", "2016-01-01", "2016-01-01", "COMPLETE");
        run("b#1", "2016-02-01", "2016-02-01", "COMPLETE");

        retention.apply(NOW, Optional.empty());

        assertThat(rows(RUNS)).containsExactly("a#1", "b#1");
    }

    private static void run(String id, @Nullable String begunAt, @Nullable String endedAt, @Nullable String outcome)
            throws SQLException {
        execute("INSERT INTO run (scope, run, source, begun_at, outcome, ended_at) VALUES (1, '%s', %s, %s, %s, %s)"
                .formatted(id, begunAt == null ? "NULL" : "'LIVE'", quoted(begunAt), quoted(outcome), quoted(endedAt)));
    }

    private static String quoted(@Nullable String value) {
        return value == null ? "NULL" : "'" + value + "'";
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = STORE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = STORE.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
