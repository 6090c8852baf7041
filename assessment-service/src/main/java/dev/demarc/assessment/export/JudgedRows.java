package dev.demarc.assessment.export;

import dev.demarc.assessment.sql.Rows;
import dev.demarc.assessment.verdict.PackedVerdicts;
import dev.demarc.contracts.resource.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Reads the judged resources of a scope without their configurations. */
final class JudgedRows {
    private static final String AFTER = """
            SELECT r.rid, r.resource_id, r.arn, team.name AS team, r.judging_version, r.profile, r.nonpass,
                   greatest(r.observed_at, st.last_complete_at) AS verified_at
            FROM resource r JOIN team ON team.no = r.team LEFT JOIN scope_state st ON st.scope = r.scope
            WHERE r.scope = (
                    SELECT s.no FROM scope s
                    JOIN account a ON a.no = s.account
                    JOIN region ON region.no = s.region
                    JOIN resource_type type ON type.no = s.type
                    WHERE a.id = ? AND region.name = ? AND type.name = ?)
                AND r.rid > ?
            ORDER BY r.rid LIMIT ?
            """;

    private JudgedRows() {}

    /** At most {@code limit} of them, after a rid, by rid. */
    static List<JudgedRow> after(Connection connection, Scope scope, long rid, int limit) throws SQLException {
        return Rows.all(
                connection,
                AFTER,
                row -> new JudgedRow(
                        row.getLong("rid"),
                        row.getString("resource_id"),
                        row.getString("arn"),
                        row.getString("team"),
                        row.getInt("judging_version"),
                        row.getInt("profile"),
                        Rows.instant(row, "verified_at"),
                        PackedVerdicts.unpack(row.getBytes("nonpass"))),
                scope.account(),
                scope.region(),
                scope.type(),
                rid,
                limit);
    }
}
