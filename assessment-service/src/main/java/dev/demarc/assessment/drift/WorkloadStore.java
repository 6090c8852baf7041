package dev.demarc.assessment.drift;

import dev.demarc.assessment.drift.WorkloadDrift.Change;
import dev.demarc.assessment.drift.WorkloadDrift.Workload;
import dev.demarc.assessment.sql.Prepared;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.contracts.api.ResourceRef;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.Scope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads which resources came to workloads and left them, and what workloads have now. */
final class WorkloadStore {
    /** Of more, the newest are looked at. */
    static final int MOST = 20_000;

    /** What stays has the profile that it has now, by the catalog of now. */
    private static final String CHANGES = """
            SELECT c.*, a.id AS account_id, region.name AS region, type.name AS type, w.name AS workload_name,
                   team.name AS team_name, coalesce(r.profile, c.profile) AS profile_now
            FROM (SELECT * FROM workload_change
                  WHERE account = ANY (?::int[]) AND at > ? AND at <= ? ORDER BY at DESC, no DESC LIMIT ?) c
                 JOIN scope s ON s.no = c.scope
                 JOIN account a ON a.no = s.account
                 JOIN region ON region.no = s.region
                 JOIN resource_type type ON type.no = s.type
                 JOIN workload w ON w.no = c.workload
                 JOIN team ON team.no = c.team
                 LEFT JOIN resource r ON c.came AND r.scope = c.scope AND r.rid = c.rid AND r.workload = c.workload
            ORDER BY c.at DESC, c.no DESC
            """;

    private static final String MEMBERS = """
            SELECT a.id AS account_id, w.name AS workload_name, m.profile, sum(m.resources) AS resources
            FROM (SELECT DISTINCT * FROM unnest(?::text[], ?::text[]) AS u (account, workload)) u
                 JOIN account a ON a.id = u.account
                 JOIN workload w ON w.name = u.workload
                 JOIN scope s ON s.account = a.no
                 JOIN workload_member m ON m.scope = s.no AND m.workload = w.no
            GROUP BY a.id, w.name, m.profile
            """;

    private WorkloadStore() {}

    /** The oldest first; of accounts alone that may be seen as a whole, since what a workload has may be of any team. */
    static List<Change> changes(Connection connection, DriftSelection selection) throws SQLException {
        List<Change> changes = Rows.all(
                connection,
                CHANGES,
                row -> new Change(
                        new Workload(row.getString("account_id"), row.getString("workload_name")),
                        row.getBoolean("came"),
                        Rows.instant(row, "at"),
                        ref(row),
                        row.getInt("profile_now"),
                        row.getString("team_name")),
                selection.accounts().wholeOnes(),
                selection.since(),
                selection.until(),
                MOST);
        Collections.reverse(changes);
        return changes;
    }

    /** How many resources each of the workloads has, by profile. */
    static Map<Workload, Map<Integer, Long>> members(Connection connection, Set<Workload> workloads)
            throws SQLException {
        Map<Workload, Map<Integer, Long>> members = new HashMap<>();
        if (workloads.isEmpty()) {
            return members;
        }
        try (PreparedStatement statement = Prepared.of(
                        connection,
                        MEMBERS,
                        workloads.stream().map(Workload::account).toArray(String[]::new),
                        workloads.stream().map(Workload::name).toArray(String[]::new));
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                members.computeIfAbsent(
                                new Workload(row.getString("account_id"), row.getString("workload_name")),
                                workload -> new HashMap<>())
                        .put(row.getInt("profile"), row.getLong("resources"));
            }
        }
        return members;
    }

    /** From the columns {@code account_id}, {@code region}, {@code type}, {@code rid} and those of its names. */
    static ResourceRef ref(ResultSet row) throws SQLException {
        Scope scope = new Scope(row.getString("account_id"), row.getString("region"), row.getString("type"));
        return new ResourceRef(
                new ResourceKey(scope, row.getLong("rid")),
                scope.account(),
                scope.region(),
                scope.type(),
                row.getString("resource_id"),
                row.getString("name"),
                row.getString("arn"));
    }
}
