package dev.demarc.assessment.scorecard;

import dev.demarc.assessment.sql.Prepared;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.assessment.verdict.Parties;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads accounts as they stand, each within the caller's transaction, whose isolation makes it one snapshot. */
public final class AccountReadings {
    private static final String JUDGING = """
            SELECT v.revision, v.engine,
                   newest.oldest < (SELECT max(no) FROM judging_version) OR EXISTS (
                       SELECT 1 FROM scope s JOIN reassessment r ON r.partition = s.partition AND r.type = s.type
                       WHERE s.account = ?) AS reassessing
            FROM (SELECT min(p.judging_version) AS oldest, max(p.judging_version) AS no
                  FROM partition_state p
                  WHERE p.partition IN (SELECT partition FROM scope WHERE account = ?)) newest
            JOIN judging_version v ON v.no = newest.no
            """;
    private static final String ACCOUNT = """
            SELECT a.id, coalesce(i.name, a.id) AS name, coalesce(i.organization, a.id) AS organization,
                   coalesce(i.ou_path, '{}') AS ou_path, coalesce(i.status, 'ACTIVE') AS status,
                   coalesce(i.enabled_regions, '{}') AS enabled_regions, i.team
            FROM account a LEFT JOIN account_info i ON i.id = a.id WHERE a.no = ?
            """;
    private static final String TALLIES = """
            SELECT t.scope, t.control, t.party, team.name, t.pass, t.fail, t.unknown, t.waived, t.not_applicable,
                   t.unverified
            FROM tally t JOIN team ON team.no = t.team
            WHERE t.scope IN (SELECT no FROM scope WHERE account = ?)
            """;
    private static final String SCOPES = """
            SELECT s.no, r.name AS region, t.name AS type, st.last_complete_at, st.last_outcome, st.last_reason,
                   st.last_permission, st.stale_reason, coalesce(st.resources, 0) AS resources
            FROM scope s JOIN region r ON r.no = s.region JOIN resource_type t ON t.no = s.type
                 LEFT JOIN scope_state st ON st.scope = s.no
            WHERE s.account = ? ORDER BY s.no
            """;

    /** The tallies of one scope, and its controls with failures that cannot be read any more. */
    private record Counted(List<Tally> tallies, Set<Integer> unverified) {
        private static Counted nothing() {
            return new Counted(new ArrayList<>(), new HashSet<>());
        }
    }

    /** @return empty where nothing of the account was judged yet */
    public Optional<AccountReading> read(Connection connection, int account) throws SQLException {
        try (PreparedStatement statement = Prepared.of(connection, JUDGING, account, account);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            Account info = account(connection, account);
            return Optional.of(new AccountReading(
                    info,
                    row.getInt("revision"),
                    row.getInt("engine"),
                    row.getBoolean("reassessing"),
                    scopes(connection, account, info.id())));
        }
    }

    private static Account account(Connection connection, int account) throws SQLException {
        try (PreparedStatement statement = Prepared.of(connection, ACCOUNT, account);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("account number %d is in no dictionary".formatted(account));
            }
            return new Account(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("organization"),
                    Rows.texts(row, "ou_path"),
                    Account.Status.valueOf(row.getString("status")),
                    Rows.texts(row, "enabled_regions"),
                    row.getString("team"));
        }
    }

    private static List<ScopeReading> scopes(Connection connection, int account, String id) throws SQLException {
        Map<Integer, Counted> counted = counted(connection, account);
        List<ScopeReading> scopes = new ArrayList<>();
        try (PreparedStatement statement = Prepared.of(connection, SCOPES, account);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Counted here = counted.getOrDefault(row.getInt("no"), Counted.nothing());
                scopes.add(new ScopeReading(
                        new Scope(id, row.getString("region"), row.getString("type")),
                        Rows.instantOrNull(row, "last_complete_at"),
                        outcome(row.getString("last_outcome")),
                        row.getString("last_reason"),
                        row.getString("last_permission"),
                        row.getString("stale_reason"),
                        row.getLong("resources"),
                        here.tallies(),
                        here.unverified()));
            }
        }
        return scopes;
    }

    private static Map<Integer, Counted> counted(Connection connection, int account) throws SQLException {
        Map<Integer, Counted> counted = new HashMap<>();
        try (PreparedStatement statement = Prepared.of(connection, TALLIES, account);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Counts counts = new Counts(
                        row.getLong("pass"),
                        row.getLong("fail"),
                        row.getLong("unknown"),
                        row.getLong("waived"),
                        row.getLong("not_applicable"));
                Party party = Parties.of(row.getInt("party"));
                Counted here = counted.computeIfAbsent(row.getInt("scope"), scope -> Counted.nothing());
                here.tallies().add(new Tally(row.getInt("control"), party, row.getString("name"), counts));
                if (party != Party.AWS && row.getLong("unverified") > 0) {
                    here.unverified().add(row.getInt("control"));
                }
            }
        }
        return counted;
    }

    private static @Nullable Outcome outcome(@Nullable String name) {
        return name == null ? null : Outcome.valueOf(name);
    }
}
