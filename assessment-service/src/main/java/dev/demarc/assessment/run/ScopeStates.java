package dev.demarc.assessment.run;

import dev.demarc.assessment.run.ScopeState.Complete;
import dev.demarc.assessment.run.ScopeState.End;
import dev.demarc.assessment.run.ScopeState.Newest;
import dev.demarc.assessment.run.ScopeState.Removal;
import dev.demarc.assessment.run.ScopeState.Stale;
import dev.demarc.assessment.sql.Prepared;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Source;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Reads and writes {@code scope_state}. */
public final class ScopeStates {
    private static final String COLUMNS = """
            s.scope, s.source, s.newest_run, s.newest_begun_at, s.last_complete_run, s.last_complete_at,
            s.last_outcome, s.last_outcome_begun_at, s.last_ended_at, s.last_reason, s.last_permission,
            s.stale_since, s.stale_reason, s.removal_run, s.removal_after, s.resources, s.account_team, s.newest_ahead
            """;
    private static final String OF_SCOPES = "SELECT " + COLUMNS + "FROM scope_state s WHERE s.scope = ANY (?)";
    private static final String REMOVING = "SELECT " + COLUMNS + """
                    FROM scope_state s JOIN scope o ON o.no = s.scope
                    WHERE o.partition = ? AND s.removal_run IS NOT NULL ORDER BY s.scope
                    """;
    private static final String OVERDUE = "SELECT " + COLUMNS + """
                    FROM scope_state s JOIN scope o ON o.no = s.scope
                    WHERE o.partition = ? AND s.stale_since IS NULL AND s.last_complete_at < ?
                    ORDER BY s.scope
                    """;
    private static final String OF_PARTITION = "SELECT " + COLUMNS
            + "FROM scope_state s JOIN scope o ON o.no = s.scope WHERE o.partition = ? ORDER BY s.scope";
    private static final String SAVE = """
            INSERT INTO scope_state AS s (scope, source, newest_run, newest_begun_at, last_complete_run,
                last_complete_at, last_outcome, last_outcome_begun_at, last_ended_at, last_reason, last_permission,
                stale_since, stale_reason, removal_run, removal_after, resources, account_team, newest_ahead)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (scope) DO UPDATE SET
                source = excluded.source, newest_run = excluded.newest_run,
                newest_begun_at = excluded.newest_begun_at, last_complete_run = excluded.last_complete_run,
                last_complete_at = excluded.last_complete_at, last_outcome = excluded.last_outcome,
                last_outcome_begun_at = excluded.last_outcome_begun_at, last_ended_at = excluded.last_ended_at,
                last_reason = excluded.last_reason, last_permission = excluded.last_permission,
                stale_since = excluded.stale_since, stale_reason = excluded.stale_reason,
                removal_run = excluded.removal_run, removal_after = excluded.removal_after,
                resources = excluded.resources, account_team = excluded.account_team,
                newest_ahead = excluded.newest_ahead
            """;

    private static final String DROP_PAGES = "DELETE FROM run_page WHERE scope = ?";
    private static final String DROP = "DELETE FROM scope_state WHERE scope = ?";

    private ScopeStates() {}

    public static List<ScopeState> of(Connection connection, Collection<Integer> scopes) throws SQLException {
        return Rows.all(
                connection,
                OF_SCOPES,
                ScopeStates::state,
                scopes.stream().mapToInt(Integer::intValue).toArray());
    }

    public static List<ScopeState> ofPartition(Connection connection, int partition) throws SQLException {
        return Rows.all(connection, OF_PARTITION, ScopeStates::state, partition);
    }

    public static List<ScopeState> removing(Connection connection, int partition) throws SQLException {
        return Rows.all(connection, REMOVING, ScopeStates::state, partition);
    }

    /** Scopes that are not stale yet and whose newest complete run began before an instant. */
    public static List<ScopeState> overdue(Connection connection, int partition, Instant before) throws SQLException {
        return Rows.all(connection, OVERDUE, ScopeStates::state, partition, before);
    }

    /** Nothing is known of the scope any more but the runs that there were. */
    public static void drop(Connection connection, int scope) throws SQLException {
        for (String sql : List.of(DROP_PAGES, DROP)) {
            Prepared.update(connection, sql, scope);
        }
    }

    public static void save(Connection connection, Collection<ScopeState> states) throws SQLException {
        if (states.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
            for (ScopeState state : states) {
                bind(statement, state);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, ScopeState state) throws SQLException {
        Newest newest = state.newest();
        Complete complete = state.complete();
        End end = state.end();
        Stale stale = state.stale();
        Removal removal = state.removal();
        statement.setInt(1, state.scope());
        statement.setString(2, newest == null ? null : newest.source().name());
        statement.setString(3, newest == null ? null : newest.run());
        statement.setTimestamp(4, newest == null ? null : Timestamp.from(newest.begunAt()));
        statement.setString(5, complete == null ? null : complete.run());
        statement.setTimestamp(6, complete == null ? null : Timestamp.from(complete.begunAt()));
        statement.setString(7, end == null ? null : end.outcome().name());
        statement.setTimestamp(8, end == null ? null : Timestamp.from(end.begunAt()));
        statement.setTimestamp(9, end == null ? null : Timestamp.from(end.endedAt()));
        statement.setString(10, end == null ? null : end.reason());
        statement.setString(11, end == null ? null : end.permission());
        statement.setTimestamp(12, stale == null ? null : Timestamp.from(stale.since()));
        statement.setString(13, stale == null ? null : stale.reason().name());
        statement.setString(14, removal == null ? null : removal.run());
        statement.setObject(15, removal == null ? null : removal.afterRid(), Types.BIGINT);
        statement.setLong(16, state.resources());
        statement.setInt(17, state.accountTeam());
        statement.setLong(18, newest == null ? 0 : Micros.of(newest.ahead()));
    }

    private static ScopeState state(ResultSet rows) throws SQLException {
        Instant begunAt = Rows.instantOrNull(rows, "newest_begun_at");
        Instant completeAt = Rows.instantOrNull(rows, "last_complete_at");
        Instant endBegunAt = Rows.instantOrNull(rows, "last_outcome_begun_at");
        Instant staleSince = Rows.instantOrNull(rows, "stale_since");
        String removal = rows.getString("removal_run");
        return new ScopeState(
                rows.getInt("scope"),
                begunAt == null ? null : newest(rows, begunAt),
                completeAt == null ? null : new Complete(rows.getString("last_complete_run"), completeAt),
                endBegunAt == null ? null : end(rows, endBegunAt),
                staleSince == null ? null : new Stale(staleSince, Stale.Reason.valueOf(rows.getString("stale_reason"))),
                removal == null ? null : new Removal(removal, rows.getLong("removal_after")),
                rows.getLong("resources"),
                rows.getInt("account_team"));
    }

    private static Newest newest(ResultSet rows, Instant begunAt) throws SQLException {
        return new Newest(
                rows.getString("newest_run"),
                begunAt,
                Source.valueOf(rows.getString("source")),
                Micros.duration(rows.getLong("newest_ahead")));
    }

    private static End end(ResultSet rows, Instant begunAt) throws SQLException {
        return new End(
                Outcome.valueOf(rows.getString("last_outcome")),
                begunAt,
                rows.getTimestamp("last_ended_at").toInstant(),
                rows.getString("last_reason"),
                rows.getString("last_permission"));
    }
}
