package dev.demarc.assessment.partition;

import dev.demarc.assessment.catalog.JudgingVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
        update(connection, RAISE, version.number(), partition);
        update(connection, BEGIN, partition);
        update(connection, MARK_DUE, partition);
    }

    static Optional<Cursor> next(Connection connection, int partition) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setInt(1, partition);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Cursor(rows.getInt(1), rows.getInt(2), rows.getLong(3)))
                        : Optional.empty();
            }
        }
    }

    static void move(Connection connection, int partition, Cursor cursor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setInt(1, cursor.scope());
            statement.setLong(2, cursor.rid());
            statement.setInt(3, partition);
            statement.setInt(4, cursor.type());
            statement.executeUpdate();
        }
    }

    static void finish(Connection connection, int partition, int type) throws SQLException {
        update(connection, FINISH, partition, type);
        update(connection, MARK_TYPE_DUE, partition, type);
    }

    private static void update(Connection connection, String sql, int... numbers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < numbers.length; i++) {
                statement.setInt(i + 1, numbers[i]);
            }
            statement.executeUpdate();
        }
    }
}
