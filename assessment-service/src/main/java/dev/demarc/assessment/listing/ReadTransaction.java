package dev.demarc.assessment.listing;

import dev.demarc.assessment.problem.ReadTooLongException;
import dev.demarc.assessment.problem.StoreBusyException;
import dev.demarc.assessment.problem.StoreUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Reads of the store, each a transaction over one snapshot, planned anew for its filter. Joins are made in the order that
 * a statement writes them in, since looking for a better one takes longer than the read. Readers have connections of
 * their own and a time for each statement, so that they cannot keep others from writing.
 */
@ApplicationScoped
public class ReadTransaction {
    static final Duration STATEMENT_LIMIT = Duration.ofSeconds(10);

    private static final String BEGIN = """
            SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
            SET LOCAL plan_cache_mode = force_custom_plan;
            SET LOCAL join_collapse_limit = 1;
            SET LOCAL statement_timeout = %d
            """;

    private final DataSource dataSource;
    private final Turns turns;
    private final String begin;

    @Inject
    public ReadTransaction(
            @io.quarkus.agroal.DataSource("reads") DataSource dataSource, Turns turns, ReadConfig config) {
        this(dataSource, turns, config.statementLimit());
    }

    public ReadTransaction(DataSource dataSource) {
        this(dataSource, STATEMENT_LIMIT);
    }

    public ReadTransaction(DataSource dataSource, Duration statementLimit) {
        this(dataSource, Turns.ofReadersAlone(), statementLimit);
    }

    private ReadTransaction(DataSource dataSource, Turns turns, Duration statementLimit) {
        this.turns = turns;
        this.dataSource = dataSource;
        begin = BEGIN.formatted(statementLimit.toMillis());
        if (statementLimit.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "demarc.reads.statement-limit is %s; accepted: at least a millisecond".formatted(statementLimit));
        }
    }

    /** What is read within it. */
    public interface Read<T> {
        T from(Connection connection) throws SQLException;
    }

    /**
     * @throws StoreUnavailableException where PostgreSQL cannot be reached
     * @throws StoreBusyException where so much comes in that it finds no turn
     * @throws ReadTooLongException where a statement takes longer than it may
     */
    public <T> T of(Read<T> read) {
        try {
            return turns.read(() -> inTransaction(read));
        } catch (SQLException e) {
            throw StoreUnavailableException.orBug(e);
        }
    }

    private <T> T inTransaction(Read<T> read) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(begin);
                return read.from(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
