package dev.demarc.assessment.account;

import dev.demarc.assessment.account.AccountLog.Place;
import dev.demarc.assessment.dictionary.Dictionaries;
import dev.demarc.assessment.sql.InTransaction;
import dev.demarc.assessment.sql.Prepared;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.contracts.scan.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** What the organisation says of its accounts; what decides who owns each is kept in memory. */
@ApplicationScoped
public class AccountStore {
    private interface Change {
        void in(Connection connection) throws SQLException;
    }

    private static final String SAVE = """
            WITH saved AS (
                INSERT INTO account_info AS i (id, name, organization, ou_path, status, enabled_regions, team)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    name = excluded.name, organization = excluded.organization, ou_path = excluded.ou_path,
                    status = excluded.status, enabled_regions = excluded.enabled_regions, team = excluded.team
                WHERE (i.name, i.organization, i.ou_path, i.status, i.enabled_regions, i.team) IS DISTINCT FROM
                    (excluded.name, excluded.organization, excluded.ou_path, excluded.status,
                     excluded.enabled_regions, excluded.team)
                RETURNING *)
            INSERT INTO account_history (id, since, name, organization, ou_path, status, enabled_regions, team)
            SELECT id, now(), name, organization, ou_path, status, enabled_regions, team FROM saved
            """;
    private static final String MARK_DUE =
            "INSERT INTO scorecard_due (account, at) SELECT no, now() FROM account WHERE id = ?";
    private static final String REMOVE = """
            WITH removed AS (DELETE FROM account_info WHERE id = ? RETURNING *)
            INSERT INTO account_history (id, since, name, organization, ou_path, status, enabled_regions, team)
            SELECT id, now(), name, organization, ou_path, 'GONE', enabled_regions, team FROM removed
            """;
    private static final String NAME = "SELECT name FROM account_info WHERE id = ?";
    private static final String PLACE = "SELECT team, ou_path FROM account_info WHERE id = ?";

    private final DataSource database;
    private final Dictionaries dictionaries;
    private final Map<String, AccountPlace> places = new ConcurrentHashMap<>();

    public AccountStore(DataSource database, Dictionaries dictionaries) {
        this.database = database;
        this.dictionaries = dictionaries;
    }

    /** Stores the account; where that changes anything, its scorecard is due. */
    public void save(Account account) throws SQLException {
        dictionaries.team(account.team());
        try (Connection connection = database.getConnection()) {
            save(connection, account);
        }
        places.put(account.id(), new AccountPlace(account.team(), account.ouPath()));
    }

    /** Takes in what stands at a place of the topic, unless that is done: the account as it is said to be. */
    void take(Place place, Account account) throws SQLException {
        dictionaries.team(account.team());
        take(place, account.id(), connection -> save(connection, account));
    }

    /** Takes in what stands at a place of the topic, unless that is done: the account is not there any more. */
    void takeRemoval(Place place, String account) throws SQLException {
        take(place, account, connection -> Prepared.update(connection, REMOVE, account));
    }

    /** Leaves out what stands at a place of the topic. */
    void skip(Place place, String account) throws SQLException {
        take(place, account, connection -> {});
    }

    /** What is known of the account is read again when it is asked for. */
    void forget(String account) {
        places.remove(account);
    }

    /** Nothing is believed that was read before. */
    public void forget() {
        places.clear();
    }

    private void take(Place place, String account, Change change) throws SQLException {
        InTransaction.of(database, connection -> {
            boolean isNew = AccountLog.take(connection, place);
            if (isNew) {
                change.in(connection);
            }
            return isNew;
        });
        forget(account);
    }

    private static void save(Connection connection, Account account) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
            statement.setString(1, account.id());
            statement.setString(2, account.name());
            statement.setString(3, account.organization());
            statement.setArray(
                    4, connection.createArrayOf("text", account.ouPath().toArray()));
            statement.setString(5, account.status().name());
            statement.setArray(
                    6, connection.createArrayOf("text", account.enabledRegions().toArray()));
            statement.setString(7, account.team());
            if (statement.executeUpdate() > 0) {
                Prepared.update(connection, MARK_DUE, account.id());
            }
        }
    }

    public AccountPlace place(String account) throws SQLException {
        AccountPlace known = places.get(account);
        if (known == null) {
            try (Connection connection = database.getConnection()) {
                known = Rows.first(
                                connection,
                                PLACE,
                                row -> new AccountPlace(row.getString("team"), Rows.texts(row, "ou_path")),
                                account)
                        .orElse(AccountPlace.UNKNOWN);
            }
            places.putIfAbsent(account, known);
        }
        return known;
    }

    /** What people call it; its id where nobody told. */
    public String name(String account) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Rows.first(connection, NAME, row -> row.getString(1), account)
                    .orElse(account);
        }
    }
}
