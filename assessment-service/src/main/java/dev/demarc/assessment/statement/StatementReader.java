package dev.demarc.assessment.statement;

import dev.demarc.assessment.listing.Rows;
import dev.demarc.contracts.api.StatementKind;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.engine.statement.AccountStatements;
import dev.demarc.engine.statement.ApprovedStatement;
import dev.demarc.engine.statement.ApprovedStatement.Ending;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads approved statements: those that have not ended, and the last attestation of each that has. */
final class StatementReader {
    private static final String TERMS = """
            SELECT * FROM statement_term WHERE until > ?
            UNION ALL
            SELECT * FROM (SELECT DISTINCT ON (account, control) * FROM statement_term
                           WHERE kind = 'ATTESTATION' AND until <= ? ORDER BY account, control, until DESC) ended
            """;
    private static final String AS_OF = """
            WITH ours AS (SELECT * FROM statement_term WHERE account = ? AND decided_at <= ?)
            SELECT * FROM ours WHERE until > ?
            UNION ALL
            SELECT * FROM (SELECT DISTINCT ON (control) * FROM ours
                           WHERE kind = 'ATTESTATION' AND until <= ? ORDER BY control, until DESC) ended
            """;
    private static final String RESOURCES = "SELECT statement, resource FROM statement_resource";

    private StatementReader() {}

    static Snapshot read(Connection connection, long version, Instant now) throws SQLException {
        Map<String, Set<ResourceKey>> resources = resources(connection);
        Map<String, List<ApprovedStatement>> byAccount = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(TERMS)) {
            OffsetDateTime at = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
            statement.setObject(1, at);
            statement.setObject(2, at);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    byAccount
                            .computeIfAbsent(row.getString("account"), account -> new ArrayList<>())
                            .add(statement(row, resources));
                }
            }
        }
        Map<String, AccountStatements> statements = new HashMap<>();
        byAccount.forEach((account, all) -> statements.put(account, AccountStatements.of(all)));
        return new Snapshot(version, statements);
    }

    /** The statements of an account that had been approved by an instant. */
    static AccountStatements asOf(Connection connection, String account, Instant instant) throws SQLException {
        Map<String, Set<ResourceKey>> resources = resources(connection);
        List<ApprovedStatement> statements = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(AS_OF)) {
            OffsetDateTime at = OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
            statement.setString(1, account);
            statement.setObject(2, at);
            statement.setObject(3, at);
            statement.setObject(4, at);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    statements.add(statement(row, resources));
                }
            }
        }
        return AccountStatements.of(statements);
    }

    private static ApprovedStatement statement(ResultSet row, Map<String, Set<ResourceKey>> resources)
            throws SQLException {
        String id = row.getString("statement");
        Instant until = Rows.instant(row, "until");
        return new ApprovedStatement(
                id,
                StatementKind.valueOf(row.getString("kind")),
                row.getString("control"),
                resources.getOrDefault(id, Set.of()),
                Rows.instant(row, "valid_from"),
                until,
                ending(row, until),
                row.getString("finding"));
    }

    private static Ending ending(ResultSet row, Instant until) throws SQLException {
        if (until.equals(Rows.instantOrNull(row, "revoked_at"))) {
            return Ending.REVOKED;
        }
        return until.equals(Rows.instantOrNull(row, "withdrawn_at")) ? Ending.WITHDRAWN : Ending.EXPIRED;
    }

    private static Map<String, Set<ResourceKey>> resources(Connection connection) throws SQLException {
        Map<String, Set<ResourceKey>> resources = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(RESOURCES);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                resources
                        .computeIfAbsent(row.getString(1), id -> new HashSet<>())
                        .add(ResourceKey.parse(row.getString(2)));
            }
        }
        return resources;
    }
}
