package dev.demarc.assessment.outbox;

import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.finding.ComplianceFinding;
import dev.demarc.contracts.finding.FindingSummary;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Appends what others are to publish: marks of accounts whose scorecard is due, and events of findings. */
public final class Outbox {
    /** A scope's number and an event of what changed in it. */
    record Row(int scope, EventType type, Object event) {
        static Row of(NumberedScope scope, ComplianceFinding change) {
            return new Row(scope.number(), EventType.COMPLIANCE_FINDING, change);
        }

        static Row of(NumberedScope scope, FindingSummary summary) {
            return new Row(scope.number(), EventType.FINDING_SUMMARY, summary);
        }
    }

    private static final String DUE = "INSERT INTO scorecard_due (account, at, trace) VALUES (?, ?, ?)";
    private static final String EVENTS = "INSERT INTO finding_outbox (scope, type, payload, trace) VALUES (?, ?, ?, ?)";

    private Outbox() {}

    public static void markDue(Connection connection, Set<Integer> accounts, Instant at, @Nullable String trace)
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

    static void append(Connection connection, List<Row> events, @Nullable String trace) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(EVENTS)) {
            for (Row each : events) {
                statement.setInt(1, each.scope());
                statement.setString(2, each.type().ceType());
                statement.setBytes(3, Json.bytes(each.event()));
                statement.setString(4, trace);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
