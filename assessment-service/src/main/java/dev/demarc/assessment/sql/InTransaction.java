package dev.demarc.assessment.sql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work in one transaction, of which nothing stays where the work fails. */
public final class InTransaction {
    /** What is done within it. */
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private InTransaction() {}

    /** @throws SQLException where the database fails; whether it committed is then not known */
    public static <T> T of(DataSource database, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return of(connection, work);
        }
    }

    /** @param connection in no transaction, and in none when it is given back */
    public static <T> T of(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean committed = false;
        try {
            T result = work.in(connection);
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
