package dev.demarc.assessment.inventory;

import dev.demarc.assessment.grant.Reached;
import dev.demarc.assessment.inventory.StoredItem.Reading;
import dev.demarc.assessment.listing.Cursor;
import dev.demarc.assessment.listing.ListedAccounts;
import dev.demarc.assessment.listing.TeamNumbers;
import dev.demarc.assessment.resource.PackedConfiguration;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.assessment.verdict.PackedVerdicts;
import dev.demarc.contracts.api.ResourceRef;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Source;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads stored resources. */
public final class ItemStore {
    private static final String NAMES = """
            a.id AS account, region.name AS region, type.name AS type, nullif(team.name, '') AS team_name,
            coalesce(i.name, a.id) AS account_name, coalesce(i.organization, a.id) AS organization
            """;
    private static final String NAMED = """
            JOIN account a ON a.no = s.account
            JOIN region ON region.no = s.region
            JOIN resource_type type ON type.no = s.type
            JOIN team ON team.no = r.team
            LEFT JOIN account_info i ON i.id = a.id
            LEFT JOIN scope_state st ON st.scope = r.scope
            """;
    private static final String VERIFIED_AT = "greatest(r.observed_at, st.last_complete_at)";
    private static final String VERIFIED = ", " + VERIFIED_AT + " AS verified_at";
    private static final String READ_BY = ", run.run, run.source";
    /** The run that had begun last when the resource was verified. */
    private static final String RUN = """
            LEFT JOIN LATERAL (SELECT run, source FROM run
                               WHERE scope = r.scope AND NOT refused AND begun_at <= %s
                               ORDER BY begun_at DESC LIMIT 1) run ON true
            """;

    private static final String OF_KEY = "WHERE a.id = ? AND region.name = ? AND type.name = ? AND r.rid = ? ";

    private static final String PRESENT = "SELECT r.*, NULL::timestamptz AS removed_at, " + NAMES + VERIFIED + READ_BY
            + " FROM resource r JOIN scope s ON s.no = r.scope " + NAMED + RUN.formatted(VERIFIED_AT) + OF_KEY;
    private static final String REMOVED = "SELECT r.*, r.until AS removed_at, r.until AS verified_at, " + NAMES
            + READ_BY + " FROM resource_history r JOIN scope s ON s.no = r.scope " + NAMED + RUN.formatted("r.until")
            + OF_KEY
            + "ORDER BY r.until DESC LIMIT 1";
    private static final String LIST = "SELECT r.*, NULL::timestamptz AS removed_at, " + NAMES + VERIFIED
            + ", NULL AS run, NULL AS source"
            + """
                     FROM (SELECT r.* FROM resource r
                          WHERE r.scope IN (SELECT no FROM scope WHERE account = ANY (?::int[])
                                AND (?::text[] IS NULL OR region IN (SELECT no FROM region WHERE name = ANY (?)))
                                AND (?::text[] IS NULL OR type IN (SELECT no FROM resource_type WHERE name = ANY (?)))
                                AND (?::int[] IS NULL OR no IN (SELECT scope FROM resource_count WHERE team = ANY (?))))
                            AND (r.scope, r.rid) > (?, ?)
                            AND (?::int[] IS NULL OR r.team = ANY (?)) AND %s
                          ORDER BY r.scope, r.rid LIMIT ?) r
                         JOIN scope s ON s.no = r.scope
                    """.formatted(ListedAccounts.seen("(SELECT account FROM scope WHERE no = r.scope)", "r.team"))
            + NAMED + "ORDER BY r.scope, r.rid";

    private ItemStore() {}

    /** The resource, or what it was last before it was removed; empty where the grant does not reach it. */
    public static Optional<StoredItem> find(Connection connection, Reached reached, ResourceKey key)
            throws SQLException {
        Optional<StoredItem> present = find(connection, PRESENT, key);
        Optional<StoredItem> found = present.isPresent() ? present : find(connection, REMOVED, key);
        return found.filter(item -> reached.covers(item.ref().account(), item.team()));
    }

    /** At most one more than {@code limit} resources after the cursor, by scope and rid. */
    static List<StoredItem> list(
            Connection connection, ItemFilter filter, ListedAccounts accounts, Cursor after, int limit)
            throws SQLException {
        String @Nullable [] regions = orNull(filter.regions());
        String @Nullable [] types = orNull(filter.types());
        Integer @Nullable [] teams = TeamNumbers.find(connection, filter.teams());
        Object @Nullable [] parameters = {
            accounts.all(),
            regions,
            regions,
            types,
            types,
            teams,
            teams,
            after.scope(),
            after.rid(),
            teams,
            teams,
            accounts.whole(),
            accounts.whole(),
            accounts.teams(),
            limit + 1
        };
        return Rows.all(connection, LIST, ItemStore::item, parameters);
    }

    private static Optional<StoredItem> find(Connection connection, String sql, ResourceKey key) throws SQLException {
        Scope scope = key.scope();
        return Rows.first(connection, sql, ItemStore::item, scope.account(), scope.region(), scope.type(), key.rid());
    }

    private static StoredItem item(ResultSet row) throws SQLException {
        Scope scope = Rows.scope(row);
        ResourceRef ref = new ResourceRef(
                new ResourceKey(scope, row.getLong("rid")),
                scope.account(),
                scope.region(),
                scope.type(),
                row.getString("resource_id"),
                row.getString("name"),
                row.getString("arn"));
        return new StoredItem(
                row.getInt("scope"),
                ref,
                row.getString("account_name"),
                row.getString("organization"),
                row.getString("team_name"),
                row.getInt("judging_version"),
                row.getInt("profile"),
                Rows.instant(row, "observed_at"),
                Rows.instant(row, "verified_at"),
                reading(row.getString("run"), row.getString("source")),
                Rows.instantOrNull(row, "removed_at"),
                PackedVerdicts.unpack(row.getBytes("nonpass")),
                new PackedConfiguration(row.getShort("dictionary"), row.getBytes("configuration")));
    }

    private static @Nullable Reading reading(@Nullable String run, @Nullable String source) {
        return run == null || source == null ? null : new Reading(run, Source.valueOf(source));
    }

    private static String @Nullable [] orNull(Collection<String> values) {
        return values.isEmpty() ? null : values.toArray(String[]::new);
    }
}
