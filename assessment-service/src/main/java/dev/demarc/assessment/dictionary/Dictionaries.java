package dev.demarc.assessment.dictionary;

import dev.demarc.contracts.Require;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.engine.Profile;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of accounts, regions, types, scopes, teams and profiles, remembered for good because they never change.
 * New ones are given in short transactions of their own, before the transaction that uses them.
 */
@ApplicationScoped
public class Dictionaries {
    private static final String SELECT_SCOPE = "SELECT no FROM scope WHERE account = ? AND region = ? AND type = ?";
    private static final String INSERT_SCOPE =
            "INSERT INTO scope (account, region, type, partition) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String SELECT_SCOPE_NAME = """
            SELECT a.id, r.name, t.name, s.account FROM scope s
            JOIN account a ON a.no = s.account JOIN region r ON r.no = s.region JOIN resource_type t ON t.no = s.type
            WHERE s.no = ?
            """;

    private final DataSource database;
    private final Profiles profiles;
    private final Dictionary accounts = new Dictionary("account", "id");
    private final Dictionary regions = new Dictionary("region", "name");
    private final Dictionary types = new Dictionary("resource_type", "name");
    private final Dictionary teams = new Dictionary("team", "name");
    private final Map<Scope, NumberedScope> scopes = new ConcurrentHashMap<>();
    private final Map<Integer, NumberedScope> scopesByNumber = new ConcurrentHashMap<>();

    public Dictionaries(DataSource database) {
        this.database = database;
        profiles = new Profiles(database);
    }

    public NumberedScope scope(Scope name, int partition) throws SQLException {
        NumberedScope known = scopes.get(name);
        if (known != null) {
            return known;
        }
        try (Connection connection = database.getConnection()) {
            int account = accounts.number(connection, name.account());
            int region = regions.number(connection, name.region());
            int type = types.number(connection, name.type());
            int number = find(connection, account, region, type);
            if (number < 0) {
                insert(connection, account, region, type, partition);
                number = find(connection, account, region, type);
            }
            return remember(new NumberedScope(number, name, account));
        }
    }

    /** @throws IllegalArgumentException where no scope has the number */
    public NumberedScope scope(int number) throws SQLException {
        NumberedScope known = scopesByNumber.get(number);
        if (known != null) {
            return known;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT_SCOPE_NAME)) {
            statement.setInt(1, number);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalArgumentException("scope %d is not in the dictionary".formatted(number));
                }
                Scope name = new Scope(rows.getString(1), rows.getString(2), rows.getString(3));
                return remember(new NumberedScope(number, name, rows.getInt(4)));
            }
        }
    }

    /** 0 for none. */
    public int team(@Nullable String name) throws SQLException {
        return name == null || name.isEmpty() ? 0 : teams.number(database, name);
    }

    /**
     * Empty for 0.
     *
     * @throws IllegalArgumentException where no team has the number
     */
    public String teamName(int number) throws SQLException {
        return number == 0 ? "" : teams.name(database, number);
    }

    public int profile(Profile profile) throws SQLException {
        return profiles.number(profile);
    }

    /** @throws IllegalArgumentException where no profile has the number */
    public Profile profile(int number) throws SQLException {
        return profiles.profile(number);
    }

    private NumberedScope remember(NumberedScope scope) {
        scopes.put(scope.name(), scope);
        scopesByNumber.put(scope.number(), scope);
        return scope;
    }

    private static int find(Connection connection, int account, int region, int type) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT_SCOPE)) {
            statement.setInt(1, account);
            statement.setInt(2, region);
            statement.setInt(3, type);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getInt(1) : -1;
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

    /** A scope with its number and its account's. */
    public record NumberedScope(int number, Scope name, int account) {
        public NumberedScope {
            Require.atLeast(1, number, "number of scope " + name);
        }
    }
}
