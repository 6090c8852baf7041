package dev.demarc.assessment.sql;

import dev.demarc.contracts.resource.Scope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rows, and what the rows of many tables have in common. */
public final class Rows {
    /** Reads one row. */
    public interface Reader<T> {
        T from(ResultSet row) throws SQLException;
    }

    private Rows() {}

    public static <T> List<T> all(Connection connection, String sql, Reader<T> reader, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = Prepared.of(connection, sql, parameters)) {
            return all(statement, reader);
        }
    }

    public static <T> List<T> all(PreparedStatement statement, Reader<T> reader) throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(reader.from(row));
            }
        }
        return found;
    }

    public static <T> Optional<T> first(
            Connection connection, String sql, Reader<T> reader, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = Prepared.of(connection, sql, parameters);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(reader.from(row)) : Optional.empty();
        }
    }

    /** From the columns {@code account}, {@code region} and {@code type}. */
    public static Scope scope(ResultSet row) throws SQLException {
        return new Scope(row.getString("account"), row.getString("region"), row.getString("type"));
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** From a column of type {@code text[]}. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
