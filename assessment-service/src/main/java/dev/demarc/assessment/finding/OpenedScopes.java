package dev.demarc.assessment.finding;

import dev.demarc.assessment.listing.ListedAccounts;
import dev.demarc.assessment.sql.Prepared;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leads lists of findings that opened at some time to the scopes that have any, by the days that findings opened on. */
final class OpenedScopes {
    private static final String SCOPES = """
            SELECT c.scope, sum(c.findings) AS findings
            FROM finding_count c JOIN scope s ON s.no = c.scope
            WHERE c.control = ANY (?::smallint[]) AND s.account = ANY (?::int[]) AND c.scope >= ?
              AND (?::date IS NULL OR c.opened_on >= ?) AND (?::date IS NULL OR c.opened_on <= ?)
              AND (?::int[] IS NULL OR c.team = ANY (?))
              AND (?::text[] IS NULL OR s.region IN (SELECT no FROM region WHERE name = ANY (?)))
              AND %s
            GROUP BY c.scope ORDER BY c.scope LIMIT ?
            """.formatted(ListedAccounts.seen("s.account", "c.team"));

    private OpenedScopes() {}

    /** At most so many scopes from a number on, with how many findings each has of those days at the most. */
    static Map<Integer, Long> of(Connection connection, FindingSelection selection, int from, int limit)
            throws SQLException {
        LocalDate first = day(selection.opened().after());
        LocalDate last = day(selection.opened().before());
        Map<Integer, Long> scopes = new LinkedHashMap<>();
        try (PreparedStatement statement = Prepared.of(
                        connection,
                        SCOPES,
                        selection.controls(),
                        selection.accounts().all(),
                        from,
                        first,
                        first,
                        last,
                        last,
                        selection.teams(),
                        selection.teams(),
                        selection.regions(),
                        selection.regions(),
                        selection.accounts().whole(),
                        selection.accounts().whole(),
                        selection.accounts().teams(),
                        limit);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                scopes.put(row.getInt("scope"), row.getLong("findings"));
            }
        }
        return scopes;
    }

    /** Days that PostgreSQL has. */
    private static @Nullable LocalDate day(@Nullable Instant instant) {
        return instant == null
                ? null
                : LocalDate.ofInstant(instant.isBefore(Instant.EPOCH) ? Instant.EPOCH : instant, ZoneOffset.UTC);
    }
}
