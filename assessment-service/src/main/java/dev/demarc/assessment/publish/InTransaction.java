package dev.demarc.assessment.publish;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One transaction that reads one snapshot and is on disk when it ends. */
final class InTransaction {
    /** What is done within it. */
    interface Work<T> {
        T get() throws SQLException;
    }

    private InTransaction() {}

    /** Rolls back where the work does not end. */
    static <T> T of(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean committed = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("SET LOCAL synchronous_commit = on");
            T result = work.get();
            connection.commit();
            committed = true;
            return result;
        } finally {
            if (!committed) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }
}
