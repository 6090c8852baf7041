package dev.demarc.assessment.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Statements with their parameters bound in order; an instant is bound as a time with its zone. */
public final class Prepared {
    private Prepared() {}

    public static PreparedStatement of(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        bind(statement, 1, parameters);
        return statement;
    }

    /**
     * Binds parameters from one place on.
     *
     * @return the place after the last
     */
    public static int bind(PreparedStatement statement, int from, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            statement.setObject(
                    from + i, parameter instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : parameter);
        }
        return from + parameters.length;
    }

    public static void update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = of(connection, sql, parameters)) {
            statement.executeUpdate();
        }
    }
}
