package dev.demarc.assessment.drift;

import dev.demarc.assessment.inventory.Configurations;
import dev.demarc.assessment.listing.Rows;
import dev.demarc.assessment.resource.PackedConfiguration;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.assessment.verdict.PackedVerdicts;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.api.ResourceRef;
import dev.demarc.contracts.finding.Cause;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.Scope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads what changed since an instant, and the resources of workloads. */
final class DriftStore {
    private static final int FETCH = 1_000;

    private static final String NAMES = "a.id AS account, region.name AS region, type.name AS type, team.name AS team";
    private static final String NAMED = """
             v JOIN scope s ON s.no = v.scope
               JOIN account a ON a.no = s.account
               JOIN region ON region.no = s.region
               JOIN resource_type type ON type.no = s.type
               JOIN team ON team.no = v.team_no
            """;
    private static final String OURS = "(SELECT no FROM scope WHERE account = ANY (?::int[]))";
    private static final String READ = """
            SELECT scope, min(ended_at) AS ended_at FROM run
            WHERE outcome = 'COMPLETE' AND NOT refused AND scope IN
            """ + OURS + " GROUP BY scope";
    private static final String HISTORY = """
            SELECT scope, rid, observed_at, until, team AS team_no, resource_id, name, arn, dictionary, configuration
            FROM resource_history WHERE until > ? AND scope IN
            """ + OURS;
    private static final String CURRENT = """
            SELECT scope, rid, coalesce(first_observed_at, observed_at) AS observed_at, NULL::timestamptz AS until,
                   team AS team_no, resource_id, name, arn, dictionary, configuration
            FROM resource WHERE scope IN
            """ + OURS;
    /** Only of what changed, of what came after its scope's first judgement, and of the resources that are named. */
    private static final String VERSIONS =
            "SELECT v.*, " + NAMES + " FROM (" + HISTORY + " UNION ALL " + CURRENT + """
             AND ((scope, rid) IN (SELECT scope, rid FROM resource_history WHERE until > ?)
                  OR (scope, rid) IN (SELECT * FROM unnest(?::int[], ?::bigint[]))
                  OR (scope, rid) IN (
                      SELECT came.scope, came.rid FROM resource came JOIN (
            """ + READ + """
                      ) first USING (scope)
                      WHERE coalesce(came.first_observed_at, came.observed_at) > greatest(?, first.ended_at))))
            """
                    + NAMED + "ORDER BY v.scope, v.rid, v.observed_at, v.until NULLS LAST";

    private static final String MEMBERS = "SELECT v.*, " + NAMES + " FROM (" + CURRENT + ")" + NAMED;
    private static final String ENDED = "SELECT v.*, r.nonpass, r.name, r.arn, " + NAMES + """
             FROM (SELECT scope, rid, control, team AS team_no, since, until, cause, resource_id FROM finding_history
                   WHERE until > ? AND scope IN
            """ + OURS + ")" + NAMED
            + " LEFT JOIN resource r ON r.scope = v.scope AND r.rid = v.rid";
    private static final String OPEN = "SELECT v.*, " + NAMES + """
             FROM (SELECT scope, rid, team AS team_no, resource_id, name, arn, nonpass FROM resource
                   WHERE failing <> '{}' AND judged_at > ? AND scope IN
            """ + OURS + ")" + NAMED;

    private static final String AMONG = "SELECT no FROM account WHERE no = ANY (?::int[]) AND id = ANY (?::text[])";

    private DriftStore() {}

    /** The numbers of those accounts that have one of the ids. */
    static Integer[] among(Connection connection, Integer[] accounts, Set<String> ids) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, AMONG, accounts, ids.toArray(String[]::new));
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                numbers.add(row.getInt("no"));
            }
        }
        return numbers.toArray(Integer[]::new);
    }

    static Evidence evidence(
            Connection connection, Configurations configurations, Integer[] accounts, Instant since, Instant until)
            throws SQLException {
        Map<Integer, Instant> read = read(connection, accounts);
        List<FindingTime> findings = findings(connection, accounts, read, since);
        return new Evidence(
                since, until, read, versions(connection, configurations, accounts, findings, since), findings);
    }

    /** The stored resources that are wanted. */
    static List<Version> members(
            Connection connection, Configurations configurations, Integer[] accounts, Predicate<Version> wanted)
            throws SQLException {
        List<Version> members = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, MEMBERS, (Object) accounts);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Version version = version(connection, configurations, row);
                if (wanted.test(version)) {
                    members.add(version);
                }
            }
        }
        return members;
    }

    private static Map<Integer, Instant> read(Connection connection, Integer[] accounts) throws SQLException {
        Map<Integer, Instant> read = new HashMap<>();
        try (PreparedStatement statement = prepare(connection, READ, (Object) accounts);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                read.put(row.getInt("scope"), Rows.instant(row, "ended_at"));
            }
        }
        return read;
    }

    private static Map<ResourceKey, List<Version>> versions(
            Connection connection,
            Configurations configurations,
            Integer[] accounts,
            List<FindingTime> findings,
            Instant since)
            throws SQLException {
        Map<ResourceKey, List<Version>> versions = new LinkedHashMap<>();
        Integer[] scopes = findings.stream().map(FindingTime::scope).toArray(Integer[]::new);
        Long[] rids =
                findings.stream().map(finding -> finding.ref().key().rid()).toArray(Long[]::new);
        try (PreparedStatement statement =
                        prepare(connection, VERSIONS, since, accounts, accounts, since, scopes, rids, accounts, since);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Version version = version(connection, configurations, row);
                versions.computeIfAbsent(version.ref().key(), key -> new ArrayList<>())
                        .add(version);
            }
        }
        return versions;
    }

    /** Those that ended, and those that opened after the first judgement of their scope. */
    private static List<FindingTime> findings(
            Connection connection, Integer[] accounts, Map<Integer, Instant> read, Instant since) throws SQLException {
        List<FindingTime> findings = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, ENDED, since, accounts);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                int control = row.getInt("control");
                findings.add(new FindingTime(
                        row.getInt("scope"),
                        ref(row),
                        control,
                        row.getString("team"),
                        Rows.instant(row, "since"),
                        Rows.instant(row, "until"),
                        Cause.valueOf(row.getString("cause")),
                        now(row.getBytes("nonpass"), control)));
            }
        }
        try (PreparedStatement statement = prepare(connection, OPEN, since, accounts);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Instant first = read.get(row.getInt("scope"));
                for (NonPass each : PackedVerdicts.unpack(row.getBytes("nonpass"))) {
                    if (each.isFinding()
                            && each.openSince().isAfter(since)
                            && first != null
                            && each.openSince().isAfter(first)) {
                        findings.add(new FindingTime(
                                row.getInt("scope"),
                                ref(row),
                                each.control(),
                                row.getString("team"),
                                each.openSince(),
                                null,
                                null,
                                each.verdict()));
                    }
                }
            }
        }
        return findings;
    }

    private static @Nullable Verdict now(byte @Nullable [] nonPasses, int control) {
        return nonPasses == null
                ? null
                : PackedVerdicts.unpack(nonPasses).stream()
                        .filter(each -> each.control() == control)
                        .map(NonPass::verdict)
                        .findFirst()
                        .orElse(Verdict.PASS);
    }

    private static Version version(Connection connection, Configurations configurations, ResultSet row)
            throws SQLException {
        return new Version(
                row.getInt("scope"),
                ref(row),
                Rows.instant(row, "observed_at"),
                Rows.instantOrNull(row, "until"),
                row.getString("team"),
                configurations.unpack(
                        connection,
                        new PackedConfiguration(row.getShort("dictionary"), row.getBytes("configuration"))));
    }

    private static ResourceRef ref(ResultSet row) throws SQLException {
        Scope scope = Rows.scope(row);
        return new ResourceRef(
                new ResourceKey(scope, row.getLong("rid")),
                scope.account(),
                scope.region(),
                scope.type(),
                row.getString("resource_id"),
                row.getString("name"),
                row.getString("arn"));
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(FETCH);
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            statement.setObject(
                    i + 1, parameter instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : parameter);
        }
        return statement;
    }
}
