package dev.demarc.assessment.approved;

import dev.demarc.assessment.sql.Prepared;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.engine.statement.AccountStatements;
import dev.demarc.engine.statement.ApprovedStatement;
import dev.demarc.engine.statement.ApprovedStatement.Ending;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads approved statements: those that have not ended, and the last attestation of each that has. */
final class StatementReader {
    private static final String SELECT = """
            SELECT t.*, ARRAY(SELECT r.resource FROM statement_resource r WHERE r.statement = t.statement) AS resources
            """;
    private static final String TERMS = SELECT + """
            FROM (SELECT * FROM statement_term WHERE until > ?
                  UNION ALL
                  SELECT * FROM (SELECT DISTINCT ON (account, control) * FROM statement_term
                                 WHERE kind = 'ATTESTATION' AND until <= ?
                                 ORDER BY account, control, until DESC) ended) t
            """;
    private static final String AS_OF = """
            WITH ours AS (SELECT * FROM statement_term WHERE account = ? AND decided_at <= ?)
            """ + SELECT + """
            FROM (SELECT * FROM ours WHERE until > ?
                  UNION ALL
                  SELECT * FROM (SELECT DISTINCT ON (control) * FROM ours
                                 WHERE kind = 'ATTESTATION' AND until <= ? ORDER BY control, until DESC) ended) t
            """;

    private StatementReader() {}

    static Snapshot read(Connection connection, long version, Instant now) throws SQLException {
        Map<String, List<ApprovedStatement>> byAccount = new HashMap<>();
        try (PreparedStatement statement = Prepared.of(connection, TERMS, now, now);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                byAccount
                        .computeIfAbsent(row.getString("account"), account -> new ArrayList<>())
                        .add(statement(row));
            }
        }
        Map<String, AccountStatements> statements = new HashMap<>();
        byAccount.forEach((account, all) -> statements.put(account, AccountStatements.of(all)));
        return new Snapshot(version, statements);
    }

    /** The statements of an account that had been approved by an instant. */
    static AccountStatements asOf(Connection connection, String account, Instant instant) throws SQLException {
        return AccountStatements.of(
                Rows.all(connection, AS_OF, StatementReader::statement, account, instant, instant, instant));
    }

    private static ApprovedStatement statement(ResultSet row) throws SQLException {
        Instant until = Rows.instant(row, "until");
        return new ApprovedStatement(
                row.getString("statement"),
                StatementKind.valueOf(row.getString("kind")),
                row.getString("control"),
                resources(Rows.texts(row, "resources")),
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

    private static Set<ResourceKey> resources(List<String> keys) {
        return keys.stream().map(ResourceKey::parse).collect(Collectors.toUnmodifiableSet());
    }
}
