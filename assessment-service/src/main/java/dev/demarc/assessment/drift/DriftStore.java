package dev.demarc.assessment.drift;

import dev.demarc.assessment.listing.ListedAccounts;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.api.DriftItem;
import dev.demarc.contracts.finding.Cause;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what moved and how much. */
final class DriftStore {
    private static final String PAGE = """
            SELECT d.*, a.id AS account_id, region.name AS region, type.name AS type, w.name AS workload_name
            FROM (SELECT * FROM drift
                  WHERE account = ANY (?::int[]) AND at > ? AND at <= ? AND (at, no) < (?, ?)
                    AND kind = ANY (?::smallint[]) AND (?::int[] IS NULL OR team = ANY (?))
                    AND %s
                  ORDER BY at DESC, no DESC LIMIT ?) d
                 JOIN scope s ON s.no = d.scope
                 JOIN account a ON a.no = s.account
                 JOIN region ON region.no = s.region
                 JOIN resource_type type ON type.no = s.type
                 LEFT JOIN workload w ON w.no = d.workload
            ORDER BY d.at DESC, d.no DESC
            """.formatted(ListedAccounts.seen("account", "team"));
    /** Days after the one that an instant lies in, the hours that are left of that one, the moves left of its hour. */
    private static final String COUNTS = """
            SELECT c.kind, c.severity, team.name AS team, sum(c.moves) AS moves
            FROM (SELECT account, kind, severity, team, moves FROM drift_count
                  WHERE account = ANY (?::int[]) AND hours = 24 AND begins >= ?
                  UNION ALL
                  SELECT account, kind, severity, team, moves FROM drift_count
                  WHERE account = ANY (?::int[]) AND hours = 1 AND begins >= ? AND begins < ?
                  UNION ALL
                  SELECT account, kind, severity, team, 1 FROM drift WHERE account = ANY (?::int[]) AND at > ? AND at < ?) c
                 JOIN team ON team.no = c.team
            WHERE c.kind = ANY (?::smallint[]) AND (?::int[] IS NULL OR c.team = ANY (?))
              AND %s
            GROUP BY c.kind, c.severity, team.name
            """.formatted(ListedAccounts.seen("c.account", "c.team"));

    private static final String BEGUN = "SELECT at FROM drift_begun";

    /** A stored move with its place. */
    record Stored(Instant at, long no, DriftItem item) {}

    /** How many moves of a kind, severity and team; duties have no severity of their own. */
    record Count(Move.Kind kind, Severity severity, String team, long moves) {}

    private DriftStore() {}

    static Optional<Instant> begun(Connection connection) throws SQLException {
        return Rows.first(connection, BEGUN, row -> Rows.instant(row, "at"));
    }

    /** At most so many moves after a place, the newest first. */
    static List<Stored> page(Connection connection, DriftSelection selection, DriftCursor after, int limit)
            throws SQLException {
        return Rows.all(
                connection,
                PAGE,
                DriftStore::stored,
                selection.accounts().all(),
                selection.since(),
                selection.until(),
                DriftCursor.instant(after.at()),
                after.no(),
                selection.kinds(),
                selection.teams(),
                selection.teams(),
                selection.accounts().whole(),
                selection.accounts().whole(),
                selection.accounts().teams(),
                limit);
    }

    static List<Count> counts(Connection connection, DriftSelection selection) throws SQLException {
        Instant since = selection.since();
        Instant hour = Span.HOUR.next(since);
        Instant day = Span.DAY.next(since);
        return Rows.all(
                connection,
                COUNTS,
                row -> new Count(
                        Move.Kind.of(row.getInt("kind")),
                        Move.severity(row.getInt("severity")),
                        row.getString("team"),
                        row.getLong("moves")),
                selection.accounts().all(),
                day,
                selection.accounts().all(),
                hour,
                day,
                selection.accounts().all(),
                since,
                hour,
                selection.kinds(),
                selection.teams(),
                selection.teams(),
                selection.accounts().whole(),
                selection.accounts().whole(),
                selection.accounts().teams());
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Instant at = Rows.instant(row, "at");
        return new Stored(at, row.getLong("no"), item(row, at));
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
}
