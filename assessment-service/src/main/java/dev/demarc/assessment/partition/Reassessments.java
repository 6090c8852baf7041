package dev.demarc.assessment.partition;

import dev.demarc.assessment.catalog.JudgingVersion;
import dev.demarc.assessment.sql.Prepared;
import dev.demarc.assessment.sql.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** How far the types of a partition have been judged again. */
final class Reassessments {
    /** A type that is being judged again, and the key of the last resource that was. */
    record Cursor(int type, int scope, long rid) {}

    private static final String RAISE = "UPDATE partition_state SET judging_version = ? WHERE partition = ?";
    private static final String BEGIN = """
            INSERT INTO reassessment (partition, type, after_scope, after_rid)
            SELECT DISTINCT s.partition, s.type, 0, 0 FROM scope s JOIN scope_state t ON t.scope = s.no
            WHERE s.partition = ? AND t.resources > 0
            ON CONFLICT (partition, type) DO UPDATE SET after_scope = 0, after_rid = 0
            """;
    private static final String MARK_DUE = """
            INSERT INTO scorecard_due (account, at)
            SELECT DISTINCT s.account, now() FROM scope s JOIN scope_state t ON t.scope = s.no WHERE s.partition = ?
            """;
    private static final String NEXT =
            "SELECT type, after_scope, after_rid FROM reassessment WHERE partition = ? ORDER BY type LIMIT 1";
    private static final String MOVE =
            "UPDATE reassessment SET after_scope = ?, after_rid = ? WHERE partition = ? AND type = ?";
    private static final String FINISH = "DELETE FROM reassessment WHERE partition = ? AND type = ?";
    private static final String MARK_TYPE_DUE = """
            INSERT INTO scorecard_due (account, at)
            SELECT DISTINCT account, now() FROM scope WHERE partition = ? AND type = ?
            """;

    private Reassessments() {}

    /** The partition is judged by another version from now on; all that it holds is to be judged again. */
    static void begin(Connection connection, int partition, JudgingVersion version) throws SQLException {
        Prepared.update(connection, RAISE, version.number(), partition);
        Prepared.update(connection, BEGIN, partition);
        Prepared.update(connection, MARK_DUE, partition);
    }

    static Optional<Cursor> next(Connection connection, int partition) throws SQLException {
        return Rows.first(connection, NEXT, row -> new Cursor(row.getInt(1), row.getInt(2), row.getLong(3)), partition);
    }

    static void move(Connection connection, int partition, Cursor cursor) throws SQLException {
        Prepared.update(connection, MOVE, cursor.scope(), cursor.rid(), partition, cursor.type());
    }

    static void finish(Connection connection, int partition, int type) throws SQLException {
        Prepared.update(connection, FINISH, partition, type);
        Prepared.update(connection, MARK_TYPE_DUE, partition, type);
    }
}
