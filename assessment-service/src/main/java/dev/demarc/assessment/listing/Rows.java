package dev.demarc.assessment.listing;

import dev.demarc.contracts.resource.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What the rows of lists have in common. */
public final class Rows {
    private Rows() {}

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
}
