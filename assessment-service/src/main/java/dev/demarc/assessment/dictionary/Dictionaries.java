package dev.demarc.assessment.dictionary;

import dev.demarc.assessment.act.ActLocks;
import dev.demarc.contracts.Require;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.engine.Profile;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of accounts, regions, types, scopes, teams, workloads and profiles, remembered until they are to be forgotten: they
 * never change, unless the database loses what it had. New ones are given in short transactions of their own, before the
 * transaction that uses them.
 */
@ApplicationScoped
public class Dictionaries {
    private static final String SELECT_SCOPE =
            "SELECT no, partition FROM scope WHERE account = ? AND region = ? AND type = ?";
    private static final String INSERT_SCOPE = """
            INSERT INTO scope (account, region, type, partition)
            SELECT ?, ?, ?, ? FROM (SELECT %s) AS shared ON CONFLICT DO NOTHING
            """.formatted(ActLocks.END_OF_LOG_SHARED);
    private static final String SELECT_SCOPE_NAME = """
            SELECT a.id, r.name, t.name, s.account, s.partition FROM scope s
            JOIN account a ON a.no = s.account JOIN region r ON r.no = s.region JOIN resource_type t ON t.no = s.type
            WHERE s.no = ?
            """;

    /** All that is remembered; left whole to those that are at work with it when it is forgotten. */
    private record Known(
            Profiles profiles,
            Dictionary accounts,
            Dictionary regions,
            Dictionary types,
            Dictionary teams,
            Dictionary workloads,
            Map<Scope, NumberedScope> scopes,
            Map<Integer, NumberedScope> scopesByNumber) {
        static Known nothing(DataSource database) {
            return new Known(
                    new Profiles(database),
                    new Dictionary("account", "id"),
                    new Dictionary("region", "name"),
                    new Dictionary("resource_type", "name"),
                    new Dictionary("team", "name"),
                    new Dictionary("workload", "name"),
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>());
        }

        NumberedScope remember(NumberedScope scope) {
            scopes.put(scope.name(), scope);
            scopesByNumber.put(scope.number(), scope);
            return scope;
        }
    }

    private final DataSource database;
    private volatile Known known;

    public Dictionaries(DataSource database) {
        this.database = database;
        known = Known.nothing(database);
    }

    /** Nothing is believed that was read before: the database may have lost it. */
    public void forget() {
        known = Known.nothing(database);
    }

    /** @param partition which the scope is of where it is new; one that is known may be of another */
    public NumberedScope scope(Scope name, int partition) throws SQLException {
        Known here = known;
        NumberedScope scope = here.scopes().get(name);
        if (scope != null) {
            return scope;
        }
        try (Connection connection = database.getConnection()) {
            int account = here.accounts().number(connection, name.account());
            int region = here.regions().number(connection, name.region());
            int type = here.types().number(connection, name.type());
            Optional<NumberedScope> found = find(connection, name, account, region, type);
            if (found.isEmpty()) {
                insert(connection, account, region, type, partition);
                found = find(connection, name, account, region, type);
            }
            return here.remember(found.orElseThrow(
                    () -> new SQLException("scope has no number for '%s' after it was given one".formatted(name))));
        }
    }

    /** @throws IllegalArgumentException where no scope has the number */
    public NumberedScope scope(int number) throws SQLException {
        Known here = known;
        NumberedScope scope = here.scopesByNumber().get(number);
        if (scope != null) {
            return scope;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT_SCOPE_NAME)) {
            statement.setInt(1, number);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalArgumentException("scope %d is not in the dictionary".formatted(number));
                }
                Scope name = new Scope(rows.getString(1), rows.getString(2), rows.getString(3));
                return here.remember(new NumberedScope(number, name, rows.getInt(4), rows.getInt(5)));
            }
        }
    }

    /** 0 for none. */
    public int team(@Nullable String name) throws SQLException {
        return name == null || name.isEmpty() ? 0 : known.teams().number(database, name);
    }

    /**
     * Empty for 0.
     *
     * @throws IllegalArgumentException where no team has the number
     */
    public String teamName(int number) throws SQLException {
        return number == 0 ? "" : known.teams().name(database, number);
    }

    /** 0 for none. */
    public int workload(Optional<String> name) throws SQLException {
        return name.isEmpty() ? 0 : known.workloads().number(database, name.get());
    }

    public int profile(Profile profile) throws SQLException {
        return known.profiles().number(profile);
    }

    /** @throws IllegalArgumentException where no profile has the number */
    public Profile profile(int number) throws SQLException {
        return known.profiles().profile(number);
    }

    private static Optional<NumberedScope> find(Connection connection, Scope name, int account, int region, int type)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT_SCOPE)) {
            statement.setInt(1, account);
            statement.setInt(2, region);
            statement.setInt(3, type);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new NumberedScope(rows.getInt(1), name, account, rows.getInt(2)))
                        : Optional.empty();
            }
        }
    }

    private static void insert(Connection connection, int account, int region, int type, int partition)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_SCOPE)) {
            statement.setInt(1, account);
            statement.setInt(2, region);
            statement.setInt(3, type);
            statement.setInt(4, partition);
            statement.executeUpdate();
        }
    }

    /** A scope with its number, its account's, and the partition that it is of. */
    public record NumberedScope(int number, Scope name, int account, int partition) {
        public NumberedScope {
            Require.atLeast(1, number, "number of scope " + name);
        }
    }
}
