package dev.demarc.assessment.drift;

import dev.demarc.assessment.listing.Rows;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.api.DriftItem;
import dev.demarc.contracts.finding.Cause;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what moved and how much. */
final class DriftStore {
    private static final String PAGE = """
            SELECT d.*, a.id AS account_id, region.name AS region, type.name AS type, w.name AS workload_name
            FROM (SELECT * FROM drift
                  WHERE account = ANY (?::int[]) AND at > ? AND at <= ? AND (at, no) < (?, ?)
                    AND kind = ANY (?::smallint[]) AND (?::int[] IS NULL OR team = ANY (?))
                  ORDER BY at DESC, no DESC LIMIT ?) d
                 JOIN scope s ON s.no = d.scope
                 JOIN account a ON a.no = s.account
                 JOIN region ON region.no = s.region
                 JOIN resource_type type ON type.no = s.type
                 LEFT JOIN workload w ON w.no = d.workload
            ORDER BY d.at DESC, d.no DESC
            """;
    /** Days after the one that an instant lies in, the hours that are left of that one, the moves left of its hour. */
    private static final String COUNTS = """
            SELECT c.kind, c.severity, team.name AS team, sum(c.moves) AS moves
            FROM (SELECT kind, severity, team, moves FROM drift_count
                  WHERE account = ANY (?::int[]) AND hours = 24 AND begins >= ?
                  UNION ALL
                  SELECT kind, severity, team, moves FROM drift_count
                  WHERE account = ANY (?::int[]) AND hours = 1 AND begins >= ? AND begins < ?
                  UNION ALL
                  SELECT kind, severity, team, 1 FROM drift WHERE account = ANY (?::int[]) AND at > ? AND at < ?) c
                 JOIN team ON team.no = c.team
            WHERE c.kind = ANY (?::smallint[]) AND (?::int[] IS NULL OR c.team = ANY (?))
            GROUP BY c.kind, c.severity, team.name
            """;

    private static final String BEGUN = "SELECT at FROM drift_begun";

    /** A stored move with its place. */
    record Stored(Instant at, long no, DriftItem item) {}

    /** How many moves of a kind, severity and team; duties have no severity of their own. */
    record Count(Move.Kind kind, Severity severity, String team, long moves) {}

    private DriftStore() {}

    static Optional<Instant> begun(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGUN);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(Rows.instant(row, "at")) : Optional.empty();
        }
    }

    /** At most so many moves after a place, the newest first. */
    static List<Stored> page(Connection connection, DriftSelection selection, DriftCursor after, int limit)
            throws SQLException {
        List<Stored> page = new ArrayList<>();
        try (PreparedStatement statement = prepare(
                        connection,
                        PAGE,
                        selection.accounts(),
                        selection.since(),
                        selection.until(),
                        DriftCursor.instant(after.at()),
                        after.no(),
                        selection.kinds(),
                        selection.teams(),
                        selection.teams(),
                        limit);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Instant at = Rows.instant(row, "at");
                page.add(new Stored(at, row.getLong("no"), item(row, at)));
            }
        }
        return page;
    }

    static List<Count> counts(Connection connection, DriftSelection selection) throws SQLException {
        Instant since = selection.since();
        Instant hour = Span.HOUR.next(since);
        Instant day = Span.DAY.next(since);
        List<Count> counts = new ArrayList<>();
        try (PreparedStatement statement = prepare(
                        connection,
                        COUNTS,
                        selection.accounts(),
                        day,
                        selection.accounts(),
                        hour,
                        day,
                        selection.accounts(),
                        since,
                        hour,
                        selection.kinds(),
                        selection.teams(),
                        selection.teams());
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                counts.add(new Count(
                        Move.Kind.of(row.getInt("kind")),
                        Move.severity(row.getInt("severity")),
                        row.getString("team"),
                        row.getLong("moves")));
            }
        }
        return counts;
    }

    private static DriftItem item(ResultSet row, Instant at) throws SQLException {
        DriftItem.Kind kind = Move.Kind.of(row.getInt("kind")).told();
        String subject = row.getString("subject");
        return new DriftItem(
                kind,
                at,
                row.getString("account_id"),
                row.getString("workload_name"),
                WorkloadStore.ref(row),
                kind == DriftItem.Kind.DUTY ? subject : null,
                kind == DriftItem.Kind.VERDICT ? subject : null,
                row.getString("was"),
                row.getString("becomes"),
                row.getString("rule"),
                Cause.valueOf(row.getString("cause")));
    }

    static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            statement.setObject(
                    i + 1, parameter instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : parameter);
        }
        return statement;
    }
}
