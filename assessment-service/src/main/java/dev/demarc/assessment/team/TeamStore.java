package dev.demarc.assessment.team;

import dev.demarc.assessment.verdict.PackedVerdicts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Reads what teams own. */
public final class TeamStore {
    private static final int FETCH = 2_000;

    /** Every control of a scope counts each of its resources once; only scopes without any are counted themselves. */
    private static final String OWNED = """
            WITH ours AS (SELECT no, account FROM scope WHERE account = ANY (?::int[])),
                 counted AS (
                    SELECT scope, team, max(resources) AS resources
                    FROM (SELECT scope, team, control,
                                 sum(pass + fail + unknown + waived + not_applicable) AS resources
                          FROM tally WHERE scope IN (SELECT no FROM ours) GROUP BY scope, team, control) t
                    GROUP BY scope, team
                    UNION ALL
                    SELECT r.scope, r.team, count(*) FROM resource r
                    WHERE r.scope IN (
                        SELECT no FROM ours
                        WHERE NOT EXISTS (SELECT 1 FROM tally WHERE tally.scope = ours.no))
                    GROUP BY r.scope, r.team)
            SELECT team.name, count(DISTINCT ours.account) AS accounts, sum(counted.resources) AS resources
            FROM counted JOIN ours ON ours.no = counted.scope JOIN team ON team.no = counted.team
            WHERE counted.resources > 0
            GROUP BY team.name
            """;

    private static final String OPEN = """
            SELECT team.name, r.nonpass
            FROM resource r JOIN team ON team.no = r.team
            WHERE r.failing <> '{}' AND r.scope IN (SELECT no FROM scope WHERE account = ANY (?::int[]))
            """;

    /** How many resources of how many accounts. */
    public record Owned(int accounts, long resources) {}

    private TeamStore() {}

    /** By the owning team's name, empty for none. */
    public static Map<String, Owned> owned(Connection connection, Integer[] accounts) throws SQLException {
        Map<String, Owned> owned = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(OWNED)) {
            statement.setObject(1, accounts);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    owned.put(row.getString("name"), new Owned(row.getInt("accounts"), row.getLong("resources")));
                }
            }
        }
        return owned;
    }

    /** Adds every open finding of the accounts. */
    public static void open(Connection connection, Integer[] accounts, OpenFindings findings) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
            statement.setObject(1, accounts);
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    findings.add(row.getString("name"), PackedVerdicts.unpack(row.getBytes("nonpass")));
                }
            }
        }
    }
}
