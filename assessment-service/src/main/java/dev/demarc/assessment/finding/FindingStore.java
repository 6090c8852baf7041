package dev.demarc.assessment.finding;

import dev.demarc.assessment.listing.Cursor;
import dev.demarc.assessment.listing.ListedAccounts;
import dev.demarc.assessment.sql.Prepared;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.assessment.verdict.PackedVerdicts;
import dev.demarc.assessment.verdict.Parties;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Open and waived findings: the tallies lead to the scopes that have any, the packed verdicts of their resources to each. */
final class FindingStore {
    private static final int SCOPES_AT_ONCE = 256;
    /** How many resources are looked at in one go where most may not match. */
    private static final int MANY = 2_000;

    private static final String FAILING = """
            FROM tally t JOIN scope s ON s.no = t.scope
            WHERE %1$s > 0 AND t.control = ANY (?::smallint[]) AND s.account = ANY (?::int[])
              AND (?::smallint[] IS NULL OR t.party = ANY (?)) AND (?::int[] IS NULL OR t.team = ANY (?))
              AND (?::text[] IS NULL OR s.region IN (SELECT no FROM region WHERE name = ANY (?)))
              AND %2$s
            """;
    private static final String SEEN = ListedAccounts.seen("s.account", "t.team");
    private static final String SCOPES = "SELECT t.scope, sum(%1$s) AS fail " + FAILING
            + "AND t.scope >= ? GROUP BY t.scope ORDER BY t.scope LIMIT ?";
    private static final String TOTAL = "SELECT coalesce(sum(%1$s), 0) AS fail " + FAILING;
    private static final String ROWS =
            """
            SELECT r.*, a.id AS account, region.name AS region, type.name AS type, team.name AS team_name,
                   coalesce(i.name, a.id) AS account_name,
                   greatest(r.observed_at, st.last_complete_at) AS verified_at
            FROM unnest(?::int[], ?::bigint[]) AS wanted (scope, first)
                 CROSS JOIN LATERAL (
                     SELECT scope, rid, resource_id, name, arn, team, profile, observed_at, nonpass
                     FROM resource
                     WHERE scope = wanted.scope AND rid >= wanted.first
                       AND failing && ?::smallint[] AND failing <> '{}' AND (?::int[] IS NULL OR team = ANY (?))
                       AND %s
                     ORDER BY rid LIMIT ?) r
                 JOIN scope s ON s.no = r.scope
                 JOIN account a ON a.no = s.account
                 JOIN region ON region.no = s.region
                 JOIN resource_type type ON type.no = s.type
                 JOIN team ON team.no = r.team
                 LEFT JOIN account_info i ON i.id = a.id
                 LEFT JOIN scope_state st ON st.scope = r.scope
            ORDER BY r.scope, r.rid LIMIT ?
            """.formatted(ListedAccounts.seen("(SELECT account FROM scope WHERE no = wanted.scope)", "team"));

    private FindingStore() {}

    /** At most one more than {@code limit} of them, after the cursor, by scope, resource and control. */
    static List<FindingRow> standing(Connection connection, FindingSelection selection, Cursor after, int limit)
            throws SQLException {
        List<FindingRow> found = new ArrayList<>();
        Cursor position = after;
        int atOnce = selection.opened().equals(OpenedIn.ANY) ? limit + 1 : Math.max(limit + 1, MANY);
        while (found.size() <= limit) {
            List<Integer> scopes = scopes(connection, selection, position.scope(), atOnce - found.size());
            if (scopes.isEmpty()) {
                return found;
            }
            Cursor reached = rows(connection, selection, scopes, position, atOnce, found);
            position = reached == null ? new Cursor(0, scopes.get(scopes.size() - 1) + 1, Long.MIN_VALUE, 0) : reached;
        }
        return found.subList(0, limit + 1);
    }

    static long total(Connection connection, FindingSelection selection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TOTAL.formatted(counts(selection), SEEN))) {
            bind(statement, selection);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong("fail");
            }
        }
    }

    /** The first scopes from one on that together have as many findings as wanted. */
    private static List<Integer> scopes(Connection connection, FindingSelection selection, int from, int wanted)
            throws SQLException {
        boolean byDay = !selection.waived() && !selection.opened().equals(OpenedIn.ANY);
        Map<Integer, Long> failing = byDay
                ? OpenedScopes.of(connection, selection, from, SCOPES_AT_ONCE)
                : tallied(connection, selection, from);
        List<Integer> enough = new ArrayList<>();
        long covered = 0;
        for (Map.Entry<Integer, Long> scope : failing.entrySet()) {
            enough.add(scope.getKey());
            // The scope that the last page ended in may have given its findings already.
            covered += scope.getKey() == from ? 0 : scope.getValue();
            if (covered >= wanted) {
                break;
            }
        }
        return enough;
    }

    private static Map<Integer, Long> tallied(Connection connection, FindingSelection selection, int from)
            throws SQLException {
        Map<Integer, Long> failing = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SCOPES.formatted(counts(selection), SEEN))) {
            int next = bind(statement, selection);
            statement.setInt(next, from);
            statement.setInt(next + 1, SCOPES_AT_ONCE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    failing.put(row.getInt("scope"), row.getLong("fail"));
                }
            }
        }
        return failing;
    }

    /** @return where to go on in these scopes, null where they are read to their end */
    private static @Nullable Cursor rows(
            Connection connection,
            FindingSelection selection,
            List<Integer> scopes,
            Cursor after,
            int limit,
            List<FindingRow> found)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setObject(1, scopes.toArray(Integer[]::new));
            statement.setObject(
                    2,
                    scopes.stream()
                            .map(scope -> scope == after.scope() ? after.rid() : Long.MIN_VALUE)
                            .toArray(Long[]::new));
            statement.setObject(3, selection.controls());
            statement.setObject(4, selection.teams());
            statement.setObject(5, selection.teams());
            int next = Prepared.bind(statement, 6, selection.accounts().seen());
            statement.setInt(next, limit);
            statement.setInt(next + 1, limit);
            int rows = 0;
            Cursor last = after;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows++;
                    add(row, selection, after, found);
                    last = new Cursor(0, row.getInt("scope"), row.getLong("rid"), Short.MAX_VALUE);
                }
            }
            return rows < limit ? null : last;
        }
    }

    private static void add(ResultSet row, FindingSelection selection, Cursor after, List<FindingRow> found)
            throws SQLException {
        int scope = row.getInt("scope");
        long rid = row.getLong("rid");
        boolean begunBefore = scope == after.scope() && rid == after.rid();
        for (NonPass nonPass : PackedVerdicts.unpack(row.getBytes("nonpass"))) {
            if (nonPass.isFinding()
                    && nonPass.waived() == selection.waived()
                    && selection.selects(nonPass.control(), Parties.code(nonPass.party()))
                    && selection.opened().contains(nonPass.openSince())
                    && !(begunBefore && nonPass.control() <= after.control())) {
                found.add(new FindingRow(
                        scope,
                        resource(row),
                        nonPass.control(),
                        nonPass.party(),
                        row.getInt("profile"),
                        nonPass.reason(),
                        nonPass.openSince(),
                        null,
                        FindingRow.unverifiedSince(nonPass),
                        nonPass.waived(),
                        Rows.instant(row, "verified_at")));
            }
        }
    }

    static FindingRow.Resource resource(ResultSet row) throws SQLException {
        return new FindingRow.Resource(
                Rows.scope(row),
                row.getLong("rid"),
                row.getString("account_name"),
                row.getString("resource_id"),
                row.getString("name"),
                row.getString("arn"),
                row.getString("team_name"));
    }

    private static String counts(FindingSelection selection) {
        return selection.waived() ? "t.waived" : "t.fail + t.unverified";
    }

    private static int bind(PreparedStatement statement, FindingSelection selection) throws SQLException {
        statement.setObject(1, selection.controls());
        statement.setObject(2, selection.accounts().all());
        statement.setObject(3, selection.parties());
        statement.setObject(4, selection.parties());
        statement.setObject(5, selection.teams());
        statement.setObject(6, selection.teams());
        statement.setObject(7, selection.regions());
        statement.setObject(8, selection.regions());
        return Prepared.bind(statement, 9, selection.accounts().seen());
    }
}
