package dev.demarc.assessment.act;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Runs acts on statements, each a transaction that waits for the disk; what they wait for otherwise {@link ActLocks} says. */
@ApplicationScoped
public class Acts {
    /** The work of one act. */
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private static final String PATIENT = "SET LOCAL lock_timeout = '10s'";
    private static final String IN_PASSING = "SET LOCAL lock_timeout = '200ms'";
    private static final String NEVER_ASLEEP = "SET LOCAL idle_in_transaction_session_timeout = '20s'";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

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

    public <T> T run(Work<T> work) throws SQLException {
        return run(PATIENT, work);
    }

    /** Leaves the work to a later time where others hold what it needs for more than a moment. */
    public void runInPassing(Work<Boolean> work) throws SQLException {
        try {
            run(IN_PASSING, work);
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private <T> T run(String patience, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            boolean committed = false;
            try {
                statement.execute(patience);
                statement.execute(NEVER_ASLEEP);
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
