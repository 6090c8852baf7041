package dev.demarc.assessment.tally;

import dev.demarc.assessment.verdict.Parties;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Moves the stored tallies by a difference. */
public final class TallyStore {
    // MERGE and not ON CONFLICT: the latter would check the difference itself, which may be negative, for >= 0
    private static final String MOVE = """
            MERGE INTO tally t
            USING unnest(?::int[], ?::smallint[], ?::smallint[], ?::int[],
                         ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                AS u (scope, control, party, team, pass, fail, unknown, not_applicable, unverified, waived)
            ON t.scope = u.scope AND t.control = u.control AND t.party = u.party AND t.team = u.team
            WHEN MATCHED THEN UPDATE SET
                pass = t.pass + u.pass, fail = t.fail + u.fail, unknown = t.unknown + u.unknown,
                not_applicable = t.not_applicable + u.not_applicable, unverified = t.unverified + u.unverified,
                waived = t.waived + u.waived
            WHEN NOT MATCHED THEN
                INSERT (scope, control, party, team, pass, fail, unknown, waived, not_applicable, unverified)
                VALUES (u.scope, u.control, u.party, u.team, u.pass, u.fail, u.unknown, u.waived, u.not_applicable,
                        u.unverified)
            """;

    private static final String DROP = "DELETE FROM tally WHERE scope = ?";

    private TallyStore() {}

    public static void move(Connection connection, TallyDifference difference) throws SQLException {
        List<TallyDifference.Key> keys = new ArrayList<>();
        List<TallyDifference.Change> changes = new ArrayList<>();
        difference.forEach((key, change) -> {
            keys.add(key);
            changes.add(change);
        });
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setObject(
                    1, keys.stream().mapToInt(TallyDifference.Key::scope).toArray());
            statement.setObject(
                    2, keys.stream().mapToInt(TallyDifference.Key::control).toArray());
            statement.setObject(
                    3, keys.stream().mapToInt(key -> Parties.code(key.party())).toArray());
            statement.setObject(
                    4, keys.stream().mapToInt(TallyDifference.Key::team).toArray());
            statement.setObject(5, counts(changes, TallyDifference.Change::pass));
            statement.setObject(6, counts(changes, TallyDifference.Change::fail));
            statement.setObject(7, counts(changes, TallyDifference.Change::unknown));
            statement.setObject(8, counts(changes, TallyDifference.Change::notApplicable));
            statement.setObject(9, counts(changes, TallyDifference.Change::unverified));
            statement.setObject(10, counts(changes, TallyDifference.Change::waived));
            statement.executeUpdate();
        }
    }

    /** Of a scope without resources. */
    public static void drop(Connection connection, int scope) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DROP)) {
            statement.setInt(1, scope);
            statement.executeUpdate();
        }
    }

    private static long[] counts(List<TallyDifference.Change> changes, ToLongFunction<TallyDifference.Change> count) {
        return changes.stream().mapToLong(count).toArray();
    }
}
