package dev.demarc.assessment.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Runs acts on statements one after the other, each a transaction that holds {@link StatementLock} alone and waits for
 * the disk.
 */
@ApplicationScoped
public class Acts {
    /** The work of one act. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private static final String PATIENCE = "SET LOCAL lock_timeout = '10s'";

    private final DataSource database;
    private final AtomicLong count = new AtomicLong();

    public Acts(DataSource database) {
        this.database = database;
    }

    /** How many acts this instance has seen to: a loop that sees it rise looks into its queue at once. */
    public long count() {
        return count.get();
    }

    /** Something was revoked, so that the loops have something to see to. */
    public void notice() {
        count.incrementAndGet();
    }

    <T> T run(Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            boolean committed = false;
            try {
                statement.execute(PATIENCE);
                statement.execute(StatementLock.ALONE);
                T result = work.in(connection);
                connection.commit();
                committed = true;
                notice();
                return result;
            } finally {
                if (!committed) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        }
    }
}
