package dev.demarc.assessment.approved;

import dev.demarc.assessment.act.ChangeLog;
import dev.demarc.assessment.problem.StoreUnavailableException;
import dev.demarc.engine.statement.AccountStatements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * The approved statements in memory, read again when an act has changed them. What is judged by older ones than an act's
 * is judged again, since the act has queued it.
 */
@ApplicationScoped
public class Statements {
    private final DataSource database;
    private final Clock clock;
    private final AtomicReference<Snapshot> known = new AtomicReference<>(Snapshot.NONE);

    public Statements(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** As the connection's transaction sees them, or newer. */
    public Snapshot at(Connection connection) throws SQLException {
        long version = ChangeLog.version(connection);
        Snapshot last = Objects.requireNonNull(known.get());
        if (last.version() >= version) {
            return last;
        }
        Snapshot read = StatementReader.read(connection, version, clock.instant());
        known.accumulateAndGet(read, (one, other) -> one.version() > other.version() ? one : other);
        return read;
    }

    /** An account's statements as they had been approved by a past instant. */
    public static AccountStatements asOf(Connection connection, String account, Instant at) throws SQLException {
        return StatementReader.asOf(connection, account, at);
    }

    /** @throws StoreUnavailableException where PostgreSQL cannot be reached */
    public Snapshot newest() {
        try (Connection connection = database.getConnection()) {
            return at(connection);
        } catch (SQLException e) {
            throw StoreUnavailableException.orBug(e);
        }
    }
}
