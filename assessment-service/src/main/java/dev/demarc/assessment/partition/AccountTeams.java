package dev.demarc.assessment.partition;

import dev.demarc.assessment.sql.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Scopes whose owners were resolved when their account belonged to another team, of its own or by its unit. */
final class AccountTeams {
    /** A scope and the number of its account's team now. */
    record Moved(int scope, int team) {}

    private static final String MOVED = """
            SELECT s.scope, t.no FROM scope_state s
            JOIN scope o ON o.no = s.scope
            JOIN account a ON a.no = o.account
            LEFT JOIN account_info i ON i.id = a.id
            LEFT JOIN LATERAL (
                SELECT u.team FROM unnest(?::text[], ?::text[]) AS u (unit, team)
                WHERE starts_with(array_to_string(i.ou_path, '/') || '/', u.unit || '/')
                ORDER BY length(u.unit) DESC LIMIT 1) of_unit ON true
            JOIN team t ON t.name = coalesce(nullif(btrim(i.team), ''), of_unit.team, '')
            WHERE o.partition = ? AND s.account_team <> t.no
            ORDER BY s.scope
            """;

    private AccountTeams() {}

    /** @param unitTeams teams by the path of an organisational unit, each in the dictionary */
    static List<Moved> moved(Connection connection, int partition, Map<String, String> unitTeams) throws SQLException {
        return Rows.all(
                connection,
                MOVED,
                row -> new Moved(row.getInt(1), row.getInt(2)),
                unitTeams.keySet().toArray(String[]::new),
                unitTeams.values().toArray(String[]::new),
                partition);
    }
}
