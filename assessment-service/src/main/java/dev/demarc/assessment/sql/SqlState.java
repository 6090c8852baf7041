package dev.demarc.assessment.sql;

import java.sql.SQLException;

/**
 * Why PostgreSQL refuses a statement.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL error codes</a>
 */
public enum SqlState {
    FEATURE_NOT_SUPPORTED("0A000"),
    SERIALIZATION_FAILURE("40001"),
    INSUFFICIENT_PRIVILEGE("42501"),
    LOCK_NOT_AVAILABLE("55P03"),
    QUERY_CANCELED("57014");

    private final String code;

    SqlState(String code) {
        this.code = code;
    }

    public boolean isOf(SQLException e) {
        return code.equals(e.getSQLState());
    }
}
