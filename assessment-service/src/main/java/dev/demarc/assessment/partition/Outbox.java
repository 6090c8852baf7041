package dev.demarc.assessment.partition;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.finding.FindingChanges;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Appends what others are to publish: marks of accounts whose scorecard is due, and changes of findings. */
final class Outbox {
    /** A scope's number and what changed in it. */
    record Row(int scope, FindingChanges changes) {}

    private static final String DUE = "INSERT INTO scorecard_due (account, at, trace) VALUES (?, ?, ?)";
    private static final String CHANGES = "INSERT INTO finding_outbox (scope, payload, trace) VALUES (?, ?, ?)";

    private Outbox() {}

    static void markDue(Connection connection, Set<Integer> accounts, Instant at, @Nullable String trace)
            throws SQLException {
        if (accounts.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(DUE)) {
            for (int account : accounts) {
                statement.setInt(1, account);
                statement.setTimestamp(2, Timestamp.from(at));
                statement.setString(3, trace);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static void append(Connection connection, List<Row> changes, @Nullable String trace) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(CHANGES)) {
            for (Row each : changes) {
                statement.setInt(1, each.scope());
                statement.setBytes(2, Json.bytes(each.changes()));
                statement.setString(3, trace);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
