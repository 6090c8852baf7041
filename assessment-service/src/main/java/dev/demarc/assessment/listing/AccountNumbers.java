package dev.demarc.assessment.listing;

import dev.demarc.assessment.grant.Grant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers of the accounts that a reader asks for and may see. An account that left its organisation belongs to
 * none: it is found by its id alone.
 */
public final class AccountNumbers {
    private static final String SELECT = """
            WITH known AS (
                SELECT a.no, a.id, coalesce(i.organization, a.id) AS organization,
                       array_to_string(i.ou_path, '/') || '/' AS unit
                FROM account a LEFT JOIN account_info i ON i.id = a.id
                WHERE (?::text[] IS NULL OR a.id = ANY (?)) AND (?::text[] IS NULL OR a.id = ANY (?))
                  AND (i.id IS NOT NULL OR ?::text[] IS NOT NULL
                       OR NOT EXISTS (SELECT 1 FROM departed_account d WHERE d.account = a.no)))
            SELECT no FROM known
            WHERE (?::text[] IS NULL OR EXISTS (SELECT 1 FROM unnest(?::text[]) u WHERE starts_with(unit, u || '/')))
              AND CASE
                  WHEN ?::text IS NOT NULL THEN organization = ?
                  WHEN ? THEN true
                  ELSE organization =
                      (SELECT organization FROM known ORDER BY organization = 'sample', organization LIMIT 1)
                  END
            """;

    private AccountNumbers() {}

    public static Integer[] find(Connection connection, Grant grant, AccountFilter filter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            String @Nullable [] granted =
                    grant.accounts().map(ids -> ids.toArray(String[]::new)).orElse(null);
            String @Nullable [] accounts = orNull(filter.accounts());
            String @Nullable [] units = orNull(filter.units());
            @Nullable String organization = filter.organization().orElse(null);
            Object @Nullable [] arrays = {granted, granted, accounts, accounts, accounts, units, units};
            for (int i = 0; i < arrays.length; i++) {
                statement.setObject(i + 1, arrays[i]);
            }
            statement.setString(8, organization);
            statement.setString(9, organization);
            statement.setBoolean(10, accounts != null);
            return numbers(statement);
        }
    }

    private static Integer[] numbers(PreparedStatement statement) throws SQLException {
        IntStream.Builder numbers = IntStream.builder();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                numbers.add(row.getInt(1));
            }
        }
        return numbers.build().boxed().toArray(Integer[]::new);
    }

    private static String @Nullable [] orNull(Collection<String> values) {
        return values.isEmpty() ? null : values.toArray(String[]::new);
    }
}
