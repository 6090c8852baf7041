package dev.demarc.assessment.act;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Keeps acts apart, each lock as narrow as what it is for; all are given back as their transaction ends.
 *
 * <ul>
 *   <li>A statement: one decision or withdrawal at a time.
 *   <li>A control: whoever approves an attestation of it holds it alone, whoever writes a finding that contradicts one
 *       shares it. So the approval finds every contrary finding, or the finding finds the approval.
 *   <li>The end of the log: an act holds it alone from its entry to its commit, whoever numbers a new scope shares it. So
 *       entries are committed in their order, and an act queues every scope that was judged without it.
 * </ul>
 */
public final class ActLocks {
    /** Shares the end of the log; part of a select list. */
    public static final String END_OF_LOG_SHARED = "pg_advisory_xact_lock_shared(7161)";

    private static final String END_OF_LOG = "SELECT pg_advisory_xact_lock(7161)";
    private static final String CONTROL = "SELECT pg_advisory_xact_lock(7162, hashtext(?))";
    private static final String CONTROLS_SHARED = """
            SELECT pg_advisory_xact_lock_shared(7162, hash)
            FROM (SELECT DISTINCT hashtext(control) AS hash FROM unnest(?::text[]) AS control ORDER BY 1) ordered
            """;
    private static final String STATEMENT = "SELECT 1 FROM statement WHERE id = ? FOR NO KEY UPDATE";

    private ActLocks() {}

    /** Shares the attested controls, in one order. */
    public static void shareControls(Connection connection, Collection<String> attested) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CONTROLS_SHARED)) {
            statement.setObject(1, new TreeSet<>(attested).toArray(String[]::new));
            statement.execute();
        }
    }

    public static void control(Connection connection, String attested) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CONTROL)) {
            statement.setString(1, attested);
            statement.execute();
        }
    }

    public static void statement(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STATEMENT)) {
            statement.setObject(1, id);
            statement.execute();
        }
    }

    public static void endOfLog(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(END_OF_LOG)) {
            statement.execute();
        }
    }
}
