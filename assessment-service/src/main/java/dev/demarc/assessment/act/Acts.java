package dev.demarc.assessment.act;

import dev.demarc.assessment.sql.InTransaction;
import dev.demarc.assessment.sql.Prepared;
import dev.demarc.assessment.sql.SqlState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Runs acts on statements, each a transaction that waits for the disk; what they wait for otherwise {@link ActLocks} says. */
@ApplicationScoped
public class Acts {
    private static final String PATIENT = "SET LOCAL lock_timeout = '10s'";
    private static final String IN_PASSING = "SET LOCAL lock_timeout = '200ms'";
    private static final String NEVER_ASLEEP = "SET LOCAL idle_in_transaction_session_timeout = '20s'";

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

    public <T> T run(InTransaction.Work<T> work) throws SQLException {
        return run(PATIENT, work);
    }

    /** Leaves the work to a later time where others hold what it needs for more than a moment. */
    public void runInPassing(InTransaction.Work<Boolean> work) throws SQLException {
        try {
            run(IN_PASSING, work);
        } catch (SQLException e) {
            if (!SqlState.LOCK_NOT_AVAILABLE.isOf(e)) {
                throw e;
            }
        }
    }

    private <T> T run(String patience, InTransaction.Work<T> work) throws SQLException {
        T result = InTransaction.of(database, connection -> {
            Prepared.update(connection, patience);
            Prepared.update(connection, NEVER_ASLEEP);
            return work.in(connection);
        });
        notice();
        return result;
    }
}
