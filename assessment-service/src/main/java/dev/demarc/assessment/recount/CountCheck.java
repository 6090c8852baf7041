package dev.demarc.assessment.recount;

import dev.demarc.assessment.tally.CountDifference;
import dev.demarc.assessment.tally.CountStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares the counts beside the tallies with what they count, within one snapshot. */
final class CountCheck {
    private static final String DRIFT = """
            SELECT concat('Drift[account=', account, ', hours=', hours, ', begins=', begins, ', kind=', kind,
                          ', severity=', severity, ', team=', team, ']') AS count,
                   coalesce(s.moves, 0) AS stored, coalesce(c.moves, 0) AS counted, count(*) OVER () AS checked
            FROM (SELECT account, hours, begins, kind, severity, team, sum(moves) AS moves FROM drift_count
                  GROUP BY account, hours, begins, kind, severity, team) s
                 FULL JOIN
                 (SELECT account, hours, date_bin(make_interval(hours => hours), at, 'epoch') AS begins, kind, severity,
                         team, count(*) AS moves
                  FROM drift CROSS JOIN unnest('{1, 24}'::int[]) AS hours GROUP BY 1, 2, 3, 4, 5, 6) c
                 USING (account, hours, begins, kind, severity, team)
            ORDER BY s.moves IS NOT DISTINCT FROM c.moves LIMIT ?
            """;

    private final Connection connection;
    private final List<WrongCount> wrong = new ArrayList<>();
    private long checked;

    CountCheck(Connection connection) {
        this.connection = connection;
    }

    /** @param counted what the resources of the scopes say */
    void check(int[] scopes, CountDifference counted) throws SQLException {
        Map<CountDifference.Key, Long> stored = new HashMap<>(CountStore.of(connection, scopes));
        checked += stored.size();
        counted.counts().forEach((key, count) -> compare(key.toString(), stored.getOrDefault(key, 0L), count));
        stored.keySet().removeAll(counted.counts().keySet());
        stored.forEach((key, count) -> compare(key.toString(), count, 0));
    }

    /** What moved by the hour and the day; the wrong ones come first. */
    void checkDrift() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DRIFT)) {
            statement.setInt(1, Recount.MOST);
            try (ResultSet row = statement.executeQuery()) {
                long all = 0;
                while (row.next()) {
                    all = row.getLong("checked");
                    compare(row.getString("count"), row.getLong("stored"), row.getLong("counted"));
                }
                checked += all;
            }
        }
    }

    long checked() {
        return checked;
    }

    List<WrongCount> wrong() {
        return wrong;
    }

    private void compare(String count, long stored, long counted) {
        if (stored != counted && wrong.size() < Recount.MOST) {
            wrong.add(new WrongCount(count, stored, counted));
        }
    }
}
