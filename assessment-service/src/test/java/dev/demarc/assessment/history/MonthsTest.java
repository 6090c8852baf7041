package dev.demarc.assessment.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.fixture.TestClock;
import dev.demarc.assessment.fixture.TestStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonthsTest {
    private static final String PARTITIONS = """
            SELECT right(child.relname, 7) FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid
            WHERE inhparent = 'finding_history'::regclass AND child.relname NOT LIKE '%_other' ORDER BY 1
            """;
    private static final String KEPT = "SELECT resource_id FROM finding_history ORDER BY until";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final DataSource database = TestStore.empty("months_" + COUNT.incrementAndGet());
    private final TestClock clock = new TestClock(Instant.parse("2026-01-31T23:00:00Z"));

    @BeforeEach
    void aJanuary() throws SQLException {
        keepingAll().keep();
        ended("january", "2026-01-31T23:30:00Z");
        ended("february", "2026-02-01T00:00:00Z");
    }

    @Test
    void makesEachMonthBeforeItBegins() throws SQLException {
        Months months = keepingAll();

        assertThat(rows(PARTITIONS)).containsExactly("2026_01", "2026_02");
        clock.set(Instant.parse("2026-02-01T00:00:01Z"));
        months.keep();

        assertThat(rows(PARTITIONS)).containsExactly("2026_01", "2026_02", "2026_03");
        assertThat(rows("SELECT tableoid::regclass FROM finding_history ORDER BY until"))
                .containsExactly("finding_history_2026_01", "finding_history_2026_02");
    }

    @Test
    void bringsWhatCameBeforeItsMonthWasMadeToIt() throws SQLException {
        ended("march", "2026-03-10T00:00:00Z");
        assertThat(rows("SELECT resource_id FROM finding_history_other")).containsExactly("march");

        clock.set(Instant.parse("2026-02-02T00:00:00Z"));
        keepingAll().keep();

        assertThat(rows("SELECT resource_id FROM finding_history_2026_03")).containsExactly("march");
    }

    @Test
    void keepsEverythingWhereNoRetentionIsSet() throws SQLException {
        clock.set(Instant.parse("2036-01-01T00:00:00Z"));

        keepingAll().keep();

        assertThat(rows(KEPT)).containsExactly("january", "february");
    }

    @Test
    void dropsWholeMonthsThatEndedBeforeTheRetention() throws SQLException {
        ended("ancient", "2019-05-01T00:00:00Z");
        clock.set(Instant.parse("2026-03-02T00:00:00Z"));

        keeping(Duration.ofDays(30)).keep();

        assertThat(rows(KEPT)).containsExactly("january", "february");

        clock.set(Instant.parse("2026-03-03T01:00:00Z"));
        keeping(Duration.ofDays(30)).keep();

        assertThat(rows(KEPT)).containsExactly("february");
        assertThat(rows(PARTITIONS)).containsExactly("2026_02", "2026_03", "2026_04");
    }

    @Test
    void oneInstanceDropsWhileTheOthersGoOn() throws SQLException {
        clock.set(Instant.parse("2026-06-01T00:00:00Z"));
        Months months = keeping(Duration.ofDays(30));

        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(hashtext('demarc.history.retention'))");
            months.keep();
            other.rollback();
        }
        assertThat(rows(KEPT)).containsExactly("january", "february");

        clock.set(clock.instant().plus(Duration.ofHours(1)));
        months.keep();

        assertThat(rows(KEPT)).isEmpty();
    }

    @Test
    void waitsForNoReaderAndTriesAgainLater() throws SQLException {
        clock.set(Instant.parse("2026-06-01T00:00:00Z"));
        keepingAll().keep();
        Months months = keeping(Duration.ofDays(30));

        try (Connection reader = database.getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT count(*) FROM finding_history_2026_01");
            months.keep();
            reader.rollback();
        }
        assertThat(rows(KEPT)).containsExactly("january", "february");

        clock.set(clock.instant().plus(Duration.ofHours(1)));
        months.keep();

        assertThat(rows(KEPT)).isEmpty();
    }

    @Test
    void refusesARetentionThatIsTooShort() {
        assertThatThrownBy(() -> new Retention(database, Optional.of(Duration.ofHours(1)), clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("demarc.history.retention is PT1H; accepted: at least PT24H, or none");
    }

    private Months keepingAll() {
        return new Months(database, clock, new Retention(database, Optional.empty(), clock));
    }

    private Months keeping(Duration retention) {
        return new Months(database, clock, new Retention(database, Optional.of(retention), clock));
    }

    private void ended(String resource, String until) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    INSERT INTO finding_history (scope, rid, control, party, team, since, until, cause, resource_id)
                    VALUES (1, 1, 1, 2, 0, '2019-01-01', '%s', 'REMOVAL', '%s')
                    """.formatted(until, resource));
        }
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
