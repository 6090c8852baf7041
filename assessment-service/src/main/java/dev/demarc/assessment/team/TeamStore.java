package dev.demarc.assessment.team;

import dev.demarc.assessment.listing.ListedAccounts;
import dev.demarc.assessment.sql.Prepared;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Reads what teams own. */
public final class TeamStore {
    private static final String OWNED = """
            SELECT team.name, count(DISTINCT s.account) AS accounts, sum(c.resources) AS resources
            FROM resource_count c JOIN scope s ON s.no = c.scope JOIN team ON team.no = c.team
            WHERE s.account = ANY (?::int[]) AND %s
            GROUP BY team.name
            """.formatted(ListedAccounts.seen("s.account", "c.team"));

    private static final String OPEN = """
            SELECT team.name, c.control, sum(c.findings) AS findings,
                   coalesce(sum(c.findings) FILTER (WHERE c.opened_on < due.first_in_time), 0) AS overdue
            FROM finding_count c
                 JOIN scope s ON s.no = c.scope
                 JOIN team ON team.no = c.team
                 LEFT JOIN unnest(?::smallint[], ?::date[]) AS due (control, first_in_time) ON due.control = c.control
            WHERE s.account = ANY (?::int[]) AND %s
            GROUP BY team.name, c.control
            """.formatted(ListedAccounts.seen("s.account", "c.team"));

    /** How many resources of how many accounts. */
    public record Owned(int accounts, long resources) {}

    private TeamStore() {}

    /** By the owning team's name, empty for none. */
    public static Map<String, Owned> owned(Connection connection, ListedAccounts accounts) throws SQLException {
        Map<String, Owned> owned = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(OWNED)) {
            Prepared.bind(statement, 2, accounts.seen());
            statement.setObject(1, accounts.all());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    owned.put(row.getString("name"), new Owned(row.getInt("accounts"), row.getLong("resources")));
                }
            }
        }
        return owned;
    }

    /** Adds the open findings of the accounts. */
    public static void open(Connection connection, ListedAccounts accounts, OpenFindings findings) throws SQLException {
        Map<Integer, LocalDate> firstInTime = findings.firstInTime();
        Integer[] controls = firstInTime.keySet().toArray(Integer[]::new);
        try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
            statement.setObject(1, controls);
            statement.setObject(
                    2,
                    Arrays.stream(controls)
                            .map(firstInTime::get)
                            .map(String::valueOf)
                            .toArray(String[]::new));
            statement.setObject(3, accounts.all());
            Prepared.bind(statement, 4, accounts.seen());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    findings.add(
                            row.getString("name"),
                            row.getInt("control"),
                            row.getLong("findings"),
                            row.getLong("overdue"));
                }
            }
        }
    }
}
