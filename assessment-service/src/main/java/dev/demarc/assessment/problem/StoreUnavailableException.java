package dev.demarc.assessment.problem;

import dev.demarc.assessment.sql.SqlState;
import dev.demarc.shell.loop.RetryableException;
import java.sql.SQLException;

/** PostgreSQL cannot be reached, is shutting down or has no room for one more; retryable. */
public final class StoreUnavailableException extends RetryableException {
    private static final long serialVersionUID = 1L;

    private StoreUnavailableException(SQLException cause) {
        super("PostgreSQL cannot be reached: " + cause.getMessage(), cause);
    }

    /** Tells a store that is away, which comes back, from a statement that takes too long or is wrong. */
    public static RuntimeException orBug(SQLException cause) {
        if (SqlState.QUERY_CANCELED.isOf(cause)) {
            return new ReadTooLongException(cause);
        }
        return isAway(cause)
                ? new StoreUnavailableException(cause)
                : new IllegalStateException("PostgreSQL refuses a statement: " + cause.getMessage(), cause);
    }

    /** No state is the pool's own timeout; 08 connection, 53 resources, 57 the operator's doing. */
    private static boolean isAway(SQLException cause) {
        String state = cause.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || SqlState.LOCK_NOT_AVAILABLE.isOf(cause);
    }
}
