package dev.demarc.assessment.finding;

import dev.demarc.assessment.listing.Cursor;
import dev.demarc.assessment.listing.ListedAccounts;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.assessment.verdict.Parties;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Findings that are open no more, each with the last time that it was. */
final class ResolvedStore {
    private static final String ROWS =
            """
            SELECT h.*, a.id AS account, region.name AS region, type.name AS type, team.name AS team_name,
                   coalesce(i.name, a.id) AS account_name, coalesce(r.name, past.name) AS name,
                   coalesce(r.arn, past.arn) AS arn, coalesce(r.profile, past.profile, 0) AS profile,
                   CASE WHEN r.rid IS NULL THEN h.until ELSE greatest(r.observed_at, st.last_complete_at) END
                       AS verified_at
            FROM (SELECT DISTINCT ON (scope, rid, control) *
                  FROM finding_history f
                  WHERE control = ANY (?::smallint[])
                    AND scope IN (SELECT no FROM scope WHERE account = ANY (?::int[]) AND (?::text[] IS NULL
                        OR region IN (SELECT no FROM region WHERE name = ANY (?))))
                    AND (?::smallint[] IS NULL OR party = ANY (?)) AND (?::int[] IS NULL OR team = ANY (?))
                    AND (?::timestamptz IS NULL OR since > ?) AND (scope, rid, control) > (?, ?, ?)
                    AND %s
                    AND NOT EXISTS (SELECT 1 FROM resource open WHERE open.scope = f.scope AND open.rid = f.rid
                        AND open.failing @> ARRAY[f.control])
                  ORDER BY scope, rid, control, until DESC
                  LIMIT ?) h
                 JOIN scope s ON s.no = h.scope
                 JOIN account a ON a.no = s.account
                 JOIN region ON region.no = s.region
                 JOIN resource_type type ON type.no = s.type
                 JOIN team ON team.no = h.team
                 LEFT JOIN account_info i ON i.id = a.id
                 LEFT JOIN scope_state st ON st.scope = h.scope
                 LEFT JOIN resource r ON r.scope = h.scope AND r.rid = h.rid
                 LEFT JOIN LATERAL (SELECT name, arn, profile FROM resource_history
                                    WHERE scope = h.scope AND rid = h.rid ORDER BY until DESC LIMIT 1) past ON true
            ORDER BY h.scope, h.rid, h.control
            """.formatted(ListedAccounts.seen("(SELECT account FROM scope WHERE no = f.scope)", "team"));

    private ResolvedStore() {}

    /** At most one more than {@code limit} of them, after the cursor, by scope, resource and control. */
    static List<FindingRow> resolved(Connection connection, FindingSelection selection, Cursor from, int limit)
            throws SQLException {
        Instant after = selection.opened().after();
        return Rows.all(
                connection,
                ROWS,
                ResolvedStore::finding,
                selection.controls(),
                selection.accounts().all(),
                selection.regions(),
                selection.regions(),
                selection.parties(),
                selection.parties(),
                selection.teams(),
                selection.teams(),
                after,
                after,
                from.scope(),
                from.rid(),
                (short) from.control(),
                selection.accounts().whole(),
                selection.accounts().whole(),
                selection.accounts().teams(),
                limit + 1);
    }

    private static FindingRow finding(ResultSet row) throws SQLException {
        return new FindingRow(
                row.getInt("scope"),
                FindingStore.resource(row),
                row.getInt("control"),
                Parties.of(row.getInt("party")),
                row.getInt("profile"),
                row.getString("reason"),
                Rows.instant(row, "since"),
                Rows.instant(row, "until"),
                null,
                false,
                Rows.instant(row, "verified_at"));
    }
}
