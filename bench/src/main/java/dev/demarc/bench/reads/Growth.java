package dev.demarc.bench.reads;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Makes a store greater than ingestion would in the time: rows as they were ingested, each as many times, and every count
 * with them. In the last week one of twenty resources had a finding that opened and one that was resolved, and one of a
 * thousand came to its workload.
 */
final class Growth {
    private static final List<String> MULTIPLY = List.of(
            """
            INSERT INTO resource (observed_at, judged_at, review_at, rid, scope, judging_version, profile, team, workload,
                form, dictionary, digest, resource_id, name, arn, nonpass, failing, configuration, first_observed_at)
            SELECT r.observed_at, r.judged_at, r.review_at, hashint8extended(r.rid, k), r.scope, r.judging_version,
                r.profile, r.team, r.workload, r.form, r.dictionary, r.digest, r.resource_id || '-' || k, r.name, r.arn,
                r.nonpass, r.failing, r.configuration, r.first_observed_at
            FROM resource r CROSS JOIN generate_series(2, %1$d) k WHERE r.scope IN (%2$s)
            """,
            "UPDATE tally SET pass = pass * %1$d, fail = fail * %1$d, unknown = unknown * %1$d WHERE scope IN (%2$s)",
            "UPDATE resource_count SET resources = resources * %1$d WHERE scope IN (%2$s)",
            "UPDATE finding_count SET findings = findings * %1$d WHERE scope IN (%2$s)",
            "UPDATE workload_member SET resources = resources * %1$d WHERE scope IN (%2$s)",
            "UPDATE scope_state SET resources = resources * %1$d WHERE scope IN (%2$s)");
    private static final String SCOPES_OF = """
            SELECT s.no FROM scope s JOIN account a ON a.no = s.account
            JOIN account_info i ON i.id = a.id AND i.organization = '%s'
            """;
    private static final List<String> MOVE = List.of(
            "DELETE FROM drift WHERE scope IN (%s)",
            "DELETE FROM workload_change WHERE scope IN (%s)",
            "DELETE FROM drift_count WHERE account IN (SELECT account FROM scope WHERE no IN (%s))",
            """
            INSERT INTO drift (at, kind, severity, account, scope, rid, team, workload, subject, was, becomes, cause,
                resource_id)
            SELECT now() - random() * interval '7 days', kind, rid & 3, s.account, scope, rid, team, workload, 'bench-1',
                'PASS', 'FAIL', 'CONFIGURATION', resource_id
            FROM resource r JOIN scope s ON s.no = r.scope CROSS JOIN generate_series(1, 2) kind
            WHERE r.rid %% 20 = 0 AND r.scope IN (%s)
            """,
            """
            INSERT INTO drift_count
            SELECT d.account, hours, date_bin(make_interval(hours => hours), at, 'epoch'), s.partition, kind, severity,
                team, count(*)
            FROM drift d JOIN scope s ON s.no = d.scope CROSS JOIN unnest('{1, 24}'::int[]) hours
            WHERE d.scope IN (%s) GROUP BY 1, 2, 3, 4, 5, 6, 7
            """,
            """
            INSERT INTO workload_change (at, account, scope, rid, workload, came, profile, team, resource_id)
            SELECT now() - random() * interval '7 days', s.account, scope, rid, workload, true, profile, team, resource_id
            FROM resource r JOIN scope s ON s.no = r.scope
            WHERE r.rid %% 1000 = 0 AND r.workload > 0 AND r.scope IN (%s)
            """);
    private static final List<String> SETTLE = List.of("VACUUM ANALYZE", "CHECKPOINT");

    private final Connection database;
    private final String scopes;

    Growth(Connection database, String organization) {
        this.database = database;
        scopes = SCOPES_OF.formatted(organization);
    }

    void multiply(int times) throws SQLException {
        for (String sql : MULTIPLY) {
            execute(sql.formatted(times, scopes));
        }
    }

    /** Things moved in the last week. */
    void move() throws SQLException {
        for (String sql : MOVE) {
            execute(sql.formatted(scopes));
        }
        for (String sql : SETTLE) {
            execute(sql);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
