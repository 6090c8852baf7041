package dev.demarc.assessment.past;

import dev.demarc.assessment.resource.PackedConfiguration;
import dev.demarc.assessment.sql.Prepared;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.assessment.verdict.PackedVerdicts;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what stood at an instant: an account, its scopes, their resources, the findings that were open. */
final class PastStore {
    private static final String NUMBER = "SELECT no FROM account WHERE id = ?";
    private static final String BEGINS = """
            SELECT min(r.ended_at) FROM run r
            WHERE r.scope IN (SELECT no FROM scope WHERE account = ?) AND r.outcome IS NOT NULL
            """;
    private static final String ACCOUNT = """
            SELECT name, organization, ou_path, status, enabled_regions, team FROM account_history
            WHERE id = ?
            ORDER BY (since <= ?) DESC, CASE WHEN since <= ? THEN since END DESC, since LIMIT 1
            """;
    private static final String REVISION = """
            SELECT number FROM catalog_revision
            ORDER BY (published_at <= ?) DESC, CASE WHEN published_at <= ? THEN number END DESC, number LIMIT 1
            """;
    /** A run's end spoke for its scope unless a later run had begun by then, see ADR 008. */
    private static final String SCOPES = """
            WITH ours AS (SELECT no, account, region, type FROM scope WHERE account = ?),
                 ended AS MATERIALIZED (
                    SELECT r.scope, r.begun_at, r.outcome, r.ended_at, r.reason, r.permission FROM run r
                    WHERE r.scope IN (SELECT no FROM ours) AND NOT r.refused AND r.begun_at IS NOT NULL
                      AND r.ended_at <= ?
                      AND NOT EXISTS (
                        SELECT 1 FROM run later
                        WHERE later.scope = r.scope AND NOT later.refused
                          AND later.begun_at > r.begun_at AND later.begun_at <= r.ended_at))
            SELECT o.no AS scope, a.id AS account, region.name AS region, type.name AS type, c.begun_at AS complete_at,
                   e.outcome, e.reason, e.permission, st.stale_reason
            FROM ours o
                 JOIN account a ON a.no = o.account
                 JOIN region ON region.no = o.region
                 JOIN resource_type type ON type.no = o.type
                 LEFT JOIN LATERAL (SELECT * FROM ended WHERE ended.scope = o.no
                                    ORDER BY begun_at DESC, ended_at DESC LIMIT 1) e ON true
                 LEFT JOIN LATERAL (SELECT begun_at FROM ended WHERE ended.scope = o.no AND outcome = 'COMPLETE'
                                    ORDER BY begun_at DESC LIMIT 1) c ON true
                 LEFT JOIN scope_state st ON st.scope = o.no AND st.stale_since <= ?
            ORDER BY o.no
            """;

    /** The first keys of a scope after one, from both tables, lead to the configuration that each had then. */
    private static final String RESOURCES = """
            WITH keys AS MATERIALIZED (
                SELECT rid FROM (
                    (SELECT rid FROM resource
                     WHERE scope = ? AND rid > ? AND coalesce(first_observed_at, observed_at) <= ?
                     ORDER BY rid LIMIT ?)
                    UNION
                    (SELECT DISTINCT rid FROM resource_history
                     WHERE scope = ? AND rid > ? AND observed_at <= ? AND until > ?
                     ORDER BY rid LIMIT ?)) k
                ORDER BY rid LIMIT ?)
            SELECT DISTINCT ON (rid) * FROM (
                SELECT scope, rid, coalesce(first_observed_at, observed_at) AS observed_at, resource_id, name, arn,
                       dictionary, configuration
                FROM resource
                WHERE scope = ? AND rid IN (SELECT rid FROM keys) AND coalesce(first_observed_at, observed_at) <= ?
                UNION ALL
                SELECT scope, rid, observed_at, resource_id, name, arn, dictionary, configuration
                FROM resource_history
                WHERE scope = ? AND rid IN (SELECT rid FROM keys) AND observed_at <= ? AND until > ?) v
            ORDER BY rid, observed_at DESC
            """;

    private static final String ENDED_FINDINGS = """
            SELECT scope, rid, control, since FROM finding_history
            WHERE scope = ? AND rid BETWEEN ? AND ? AND since <= ? AND until > ?
            """;
    private static final String OPEN_FINDINGS = """
            SELECT scope, rid, nonpass FROM resource
            WHERE scope = ? AND rid BETWEEN ? AND ? AND failing <> '{}'
            """;

    /** A scope and how well it was known. */
    record ScopeThen(
            int number,
            Scope scope,
            @Nullable Instant completeAt,
            @Nullable Outcome outcome,
            @Nullable String reason,
            @Nullable String permission,
            @Nullable String staleReason) {}

    /** A resource and the configuration that it had. */
    record ResourceThen(
            int scope,
            long rid,
            Instant observedAt,
            String resourceId,
            @Nullable String name,
            @Nullable String arn,
            PackedConfiguration configuration) {}

    /** Names a finding. */
    record FindingKey(int scope, long rid, int control) {}

    private PastStore() {}

    static Optional<Integer> number(Connection connection, String account) throws SQLException {
        return Rows.first(connection, NUMBER, row -> row.getInt(1), account);
    }

    /** When the first run of the account ended. */
    static Optional<Instant> begins(Connection connection, int account) throws SQLException {
        try (PreparedStatement statement = Prepared.of(connection, BEGINS, account);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.ofNullable(Rows.instantOrNull(row, "min")) : Optional.empty();
        }
    }

    /** What the organisation said of the account then, or first said if that was later. */
    static Account account(Connection connection, String id, Instant at) throws SQLException {
        try (PreparedStatement statement = Prepared.of(connection, ACCOUNT, id, at, at);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? new Account(
                            id,
                            row.getString("name"),
                            row.getString("organization"),
                            Rows.texts(row, "ou_path"),
                            Account.Status.valueOf(row.getString("status")),
                            Rows.texts(row, "enabled_regions"),
                            row.getString("team"))
                    : new Account(id, id, id, List.of(), Account.Status.ACTIVE, List.of(), null);
        }
    }

    /** The catalog revision that was in force, or the first if that came later. */
    static Optional<Integer> revision(Connection connection, Instant at) throws SQLException {
        return Rows.first(connection, REVISION, row -> row.getInt(1), at, at);
    }

    static List<ScopeThen> scopes(Connection connection, int account, Instant at) throws SQLException {
        return Rows.all(connection, SCOPES, PastStore::scope, account, at, at);
    }

    private static ScopeThen scope(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new ScopeThen(
                row.getInt("scope"),
                Rows.scope(row),
                Rows.instantOrNull(row, "complete_at"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("reason"),
                row.getString("permission"),
                row.getString("stale_reason"));
    }

    /** At most so many resources of a scope after a rid, by rid. */
    static List<ResourceThen> resources(Connection connection, int scope, Instant at, long after, int limit)
            throws SQLException {
        return Rows.all(
                connection,
                RESOURCES,
                row -> new ResourceThen(
                        row.getInt("scope"),
                        row.getLong("rid"),
                        Rows.instant(row, "observed_at"),
                        row.getString("resource_id"),
                        row.getString("name"),
                        row.getString("arn"),
                        new PackedConfiguration(row.getShort("dictionary"), row.getBytes("configuration"))),
                scope,
                after,
                at,
                limit,
                scope,
                after,
                at,
                at,
                limit,
                limit,
                scope,
                at,
                scope,
                at,
                at);
    }

    /** The findings of a scope's resources from one rid to another that were open then, each with since when. */
    static Map<FindingKey, Instant> open(Connection connection, int scope, long from, long to, Instant at)
            throws SQLException {
        Map<FindingKey, Instant> open = new HashMap<>();
        try (PreparedStatement statement = Prepared.of(connection, OPEN_FINDINGS, scope, from, to);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                for (NonPass each : PackedVerdicts.unpack(row.getBytes("nonpass"))) {
                    if (each.isFinding() && !each.openSince().isAfter(at)) {
                        open.put(
                                new FindingKey(row.getInt("scope"), row.getLong("rid"), each.control()),
                                each.openSince());
                    }
                }
            }
        }
        try (PreparedStatement statement = Prepared.of(connection, ENDED_FINDINGS, scope, from, to, at, at);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                open.put(
                        new FindingKey(row.getInt("scope"), row.getLong("rid"), row.getInt("control")),
                        Rows.instant(row, "since"));
            }
        }
        return open;
    }
}
