package dev.demarc.assessment.listing;

import dev.demarc.assessment.problem.StoreUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Reads of the store, each a transaction over one snapshot, planned anew for its filter. Joins are made in the order that
 * a statement writes them in, since looking for a better one takes longer than the read.
 */
@ApplicationScoped
public class ReadTransaction {
    private static final String BEGIN = """
            SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
            SET LOCAL plan_cache_mode = force_custom_plan;
            SET LOCAL join_collapse_limit = 1
            """;

    private final DataSource dataSource;

    public ReadTransaction(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What is read within it. */
    public interface Read<T> {
        T from(Connection connection) throws SQLException;
    }

    /** @throws StoreUnavailableException where PostgreSQL cannot be reached */
    public <T> T of(Read<T> read) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(BEGIN);
                return read.from(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw StoreUnavailableException.orBug(e);
        }
    }
}
