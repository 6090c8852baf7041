package dev.demarc.assessment.approved;

import dev.demarc.assessment.sql.Prepared;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.contracts.resource.ResourceKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scopes and resources that acts have changed the verdicts of, until their partition has judged them again. */
public final class StatementQueue {
    /**
     * What is to be judged again.
     *
     * @param rid the one resource, null for all of the scope
     * @param afterRid how far the scope is done, null before its first step
     */
    public record Entry(
            long no,
            int scope,
            @Nullable Long rid,
            @Nullable Long afterRid) {
        /** Whether it is all of a scope, from its beginning. */
        public boolean isWhole() {
            return rid == null && afterRid == null;
        }
    }

    private static final String ADD_SCOPES = """
            INSERT INTO statement_queue (act, scope)
            SELECT ?, s.no FROM scope s JOIN account a ON a.no = s.account JOIN resource_type t ON t.no = s.type
            WHERE a.id = ANY (?) AND t.name = ?
            """;
    private static final String ADD_RESOURCE = """
            INSERT INTO statement_queue (act, scope, rid)
            SELECT ?, s.no, ? FROM scope s JOIN account a ON a.no = s.account JOIN region r ON r.no = s.region
                JOIN resource_type t ON t.no = s.type
            WHERE a.id = ? AND r.name = ? AND t.name = ?
            """;
    private static final String NEXT = """
            SELECT q.no, q.scope, q.rid, q.after_rid FROM statement_queue q JOIN scope s ON s.no = q.scope
            WHERE s.partition = ? AND q.act <= ? ORDER BY q.no LIMIT ?
            """;
    private static final String MOVE = "UPDATE statement_queue SET after_rid = ? WHERE no = ?";
    private static final String DONE = "DELETE FROM statement_queue WHERE no = ?";

    private StatementQueue() {}

    /** @param act the number of its entry in the log, whose end the transaction holds */
    public static void addScopes(Connection connection, long act, Collection<String> accounts, String type)
            throws SQLException {
        Prepared.update(connection, ADD_SCOPES, act, accounts.toArray(String[]::new), type);
    }

    /** @param act the number of its entry in the log, whose end the transaction holds */
    public static void addResources(Connection connection, long act, Collection<ResourceKey> resources)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD_RESOURCE)) {
            for (ResourceKey key : resources) {
                statement.setLong(1, act);
                statement.setLong(2, key.rid());
                statement.setString(3, key.scope().account());
                statement.setString(4, key.scope().region());
                statement.setString(5, key.scope().type());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** @param known the last act that the caller judges by; what a later one has queued is left for later */
    public static List<Entry> next(Connection connection, int partition, long known, int limit) throws SQLException {
        return Rows.all(
                connection,
                NEXT,
                row -> new Entry(
                        row.getLong(1), row.getInt(2), row.getObject(3, Long.class), row.getObject(4, Long.class)),
                partition,
                known,
                limit);
    }

    public static void move(Connection connection, long no, long afterRid) throws SQLException {
        Prepared.update(connection, MOVE, afterRid, no);
    }

    public static void done(Connection connection, long no) throws SQLException {
        Prepared.update(connection, DONE, no);
    }
}
