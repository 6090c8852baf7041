package dev.demarc.assessment.approved;

import dev.demarc.assessment.act.ActLocks;
import dev.demarc.assessment.act.Acts;
import dev.demarc.assessment.act.ChangeLog;
import dev.demarc.assessment.catalog.CatalogStore;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.contracts.catalog.Control;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Contrary findings revoke attestations in two steps: the transaction that writes the finding appends the revocation, and
 * an act then tells everybody who judges and queues the account's scopes. Ended between them, the next upkeep goes on.
 */
@ApplicationScoped
public class Revocations {
    /** An attestation that a finding contradicts. */
    public record Revocation(String statement, String account, String finding, String control) {}

    private static final Comparator<Revocation> ORDER =
            Comparator.comparing(Revocation::statement).thenComparing(Revocation::account);

    private record Due(String statement, String account, String finding, String control, int revision) {}

    private static final String APPEND = """
            WITH revoked AS (
                INSERT INTO statement_revocation (statement, account, finding, reason, at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING RETURNING statement, account)
            INSERT INTO statement_revocation_due (statement, account) SELECT statement, account FROM revoked
            """;
    private static final String ANY_DUE = "SELECT 1 FROM statement_revocation_due LIMIT 1";
    private static final String TAKE = """
            WITH due AS (DELETE FROM statement_revocation_due RETURNING statement, account)
            SELECT due.statement, due.account, r.finding, s.control, s.revision
            FROM due JOIN statement_revocation r USING (statement, account) JOIN statement s ON s.id = due.statement
            ORDER BY 1, 2
            """;

    private final DataSource database;
    private final Acts acts;
    private final CatalogStore catalog;
    private final Clock clock;

    public Revocations(DataSource database, Acts acts, CatalogStore catalog, Clock clock) {
        this.database = database;
        this.acts = acts;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** What is revoked already stays as it is; {@link #announce} must follow. */
    public static void append(Connection connection, Collection<Revocation> revocations, Instant at)
            throws SQLException {
        if (revocations.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            for (Revocation each : revocations.stream().sorted(ORDER).toList()) {
                statement.setObject(1, UUID.fromString(each.statement()));
                statement.setString(2, each.account());
                statement.setString(3, each.finding());
                statement.setString(4, "control %s fails".formatted(each.control()));
                statement.setObject(5, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /**
     * Makes appended revocations known and queues their scopes, where there are any; where an act stands in the way, the
     * next call does.
     */
    public void announce() throws SQLException {
        if (!anyDue()) {
            return;
        }
        acts.runInPassing(connection -> {
            ActLocks.endOfLog(connection);
            for (Due due : take(connection)) {
                long act = ChangeLog.append(
                        connection,
                        ChangeLog.Entry.ofStatement(
                                "revoked", due.statement(), ChangeLog.SYSTEM, clock.instant(), due));
                Optional<Control> control = catalog.revision(due.revision()).controls().stream()
                        .filter(each -> each.id().equals(due.control()))
                        .findFirst();
                if (control.isPresent()) {
                    StatementQueue.addScopes(
                            connection,
                            act,
                            List.of(due.account()),
                            String.valueOf(control.get().type()));
                }
            }
            return true;
        });
    }

    private boolean anyDue() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ANY_DUE);
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    private static List<Due> take(Connection connection) throws SQLException {
        return Rows.all(
                connection,
                TAKE,
                row -> new Due(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5)));
    }
}
