package dev.demarc.assessment.tally;

import dev.demarc.assessment.tally.CountDifference.Member;
import dev.demarc.assessment.tally.CountDifference.Open;
import dev.demarc.assessment.tally.CountDifference.Owned;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Moves the stored counts by a difference, and reads them. */
public final class CountStore {
    private static final String MOVE_OWNED = """
            MERGE INTO resource_count t USING unnest(?::int[], ?::int[], ?::bigint[]) AS u (scope, team, resources)
            ON t.scope = u.scope AND t.team = u.team
            WHEN MATCHED AND t.resources + u.resources = 0 THEN DELETE
            WHEN MATCHED THEN UPDATE SET resources = t.resources + u.resources
            WHEN NOT MATCHED THEN INSERT VALUES (u.scope, u.team, u.resources)
            """;
    private static final String MOVE_OPEN = """
            MERGE INTO finding_count t
            USING (SELECT scope, control, team, date '1970-01-01' + day AS opened_on, findings
                   FROM unnest(?::int[], ?::smallint[], ?::int[], ?::int[], ?::bigint[])
                       AS u (scope, control, team, day, findings)) u
            ON t.scope = u.scope AND t.control = u.control AND t.team = u.team AND t.opened_on = u.opened_on
            WHEN MATCHED AND t.findings + u.findings = 0 THEN DELETE
            WHEN MATCHED THEN UPDATE SET findings = t.findings + u.findings
            WHEN NOT MATCHED THEN INSERT VALUES (u.scope, u.control, u.team, u.opened_on, u.findings)
            """;
    private static final String MOVE_MEMBERS = """
            MERGE INTO workload_member t
            USING unnest(?::int[], ?::int[], ?::int[], ?::bigint[]) AS u (scope, workload, profile, resources)
            ON t.scope = u.scope AND t.workload = u.workload AND t.profile = u.profile
            WHEN MATCHED AND t.resources + u.resources = 0 THEN DELETE
            WHEN MATCHED THEN UPDATE SET resources = t.resources + u.resources
            WHEN NOT MATCHED THEN INSERT VALUES (u.scope, u.workload, u.profile, u.resources)
            """;
    private static final String OWNED = "SELECT scope, team, resources FROM resource_count WHERE scope = ANY (?)";
    private static final String OPEN = """
            SELECT scope, control, team, opened_on - date '1970-01-01' AS day, findings FROM finding_count
            WHERE scope = ANY (?)
            """;
    private static final String MEMBERS =
            "SELECT scope, workload, profile, resources FROM workload_member WHERE scope = ANY (?)";

    private CountStore() {}

    public static void move(Connection connection, CountDifference difference) throws SQLException {
        Map<CountDifference.Key, Long> counts = difference.counts();
        Moves<Owned> owned = Moves.of(counts, Owned.class);
        owned.execute(connection, MOVE_OWNED, List.of(Owned::scope, Owned::team));
        Moves<Open> open = Moves.of(counts, Open.class);
        open.execute(
                connection,
                MOVE_OPEN,
                List.of(Open::scope, Open::control, Open::team, each -> Math.toIntExact(each.openedOn())));
        Moves<Member> members = Moves.of(counts, Member.class);
        members.execute(connection, MOVE_MEMBERS, List.of(Member::scope, Member::workload, Member::profile));
    }

    /** Every count of some scopes. */
    public static Map<CountDifference.Key, Long> of(Connection connection, int[] scopes) throws SQLException {
        Map<CountDifference.Key, Long> counts = new HashMap<>();
        read(connection, OWNED, scopes, row -> counts.put(new Owned(row.getInt(1), row.getInt(2)), row.getLong(3)));
        read(connection, OPEN, scopes, row -> {
            counts.put(new Open(row.getInt(1), row.getInt(2), row.getInt(3), row.getLong(4)), row.getLong(5));
        });
        read(connection, MEMBERS, scopes, row -> {
            counts.put(new Member(row.getInt(1), row.getInt(2), row.getInt(3)), row.getLong(4));
        });
        return counts;
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void read(Connection connection, String sql, int[] scopes, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, scopes);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    /** Counts of one kind with how much each moves. */
    @SuppressWarnings("ArrayRecordComponent") // what JDBC takes; never compared
    private record Moves<K extends CountDifference.Key>(List<K> keys, long[] by) {
        static <K extends CountDifference.Key> Moves<K> of(Map<CountDifference.Key, Long> counts, Class<K> kind) {
            List<K> keys = counts.keySet().stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
            return new Moves<>(
                    keys,
                    keys.stream().mapToLong(key -> counts.getOrDefault(key, 0L)).toArray());
        }

        void execute(Connection connection, String sql, List<ToIntFunction<K>> columns) throws SQLException {
            if (keys.isEmpty()) {
                return;
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int place = 0;
                for (ToIntFunction<K> column : columns) {
                    statement.setObject(++place, keys.stream().mapToInt(column).toArray());
                }
                statement.setObject(++place, by);
                statement.executeUpdate();
            }
        }
    }
}
