package dev.demarc.assessment.listing;

import dev.demarc.assessment.grant.Reached;
import dev.demarc.assessment.sql.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers of the accounts that a reader asks for and may see something of. An account that left its organisation belongs to
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

    /** Where teams are reached, whichever accounts the filter names may hold something of theirs. */
    public static ListedAccounts find(Connection connection, Reached reached, AccountFilter filter)
            throws SQLException {
        String @Nullable [] granted =
                reached.accounts().map(ids -> ids.toArray(String[]::new)).orElse(null);
        Integer[] whole = numbers(connection, granted, filter);
        return granted == null || reached.teams().isEmpty()
                ? ListedAccounts.whole(whole)
                : new ListedAccounts(
                        numbers(connection, null, filter), whole, TeamNumbers.known(connection, reached.teams()));
    }

    private static Integer[] numbers(Connection connection, String @Nullable [] granted, AccountFilter filter)
            throws SQLException {
        String @Nullable [] accounts = orNull(filter.accounts());
        String @Nullable [] units = orNull(filter.units());
        @Nullable String organization = filter.organization().orElse(null);
        return Rows.all(
                        connection,
                        SELECT,
                        row -> row.getInt(1),
                        granted,
                        granted,
                        accounts,
                        accounts,
                        accounts,
                        units,
                        units,
                        organization,
                        organization,
                        accounts != null)
                .toArray(Integer[]::new);
    }

    private static String @Nullable [] orNull(Collection<String> values) {
        return values.isEmpty() ? null : values.toArray(String[]::new);
    }
}
