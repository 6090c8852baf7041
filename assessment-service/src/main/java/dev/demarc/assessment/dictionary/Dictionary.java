package dev.demarc.assessment.dictionary;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** One table of names and numbers: finds a name's number, giving it one where it has none. */
final class Dictionary {
    private final String table;
    private final String select;
    private final String insert;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    Dictionary(String table, String column) {
        this.table = table;
        select = "SELECT no FROM %s WHERE %s = ?".formatted(table, column);
        insert = "INSERT INTO %s (%s) VALUES (?) ON CONFLICT DO NOTHING".formatted(table, column);
    }

    int number(DataSource database, String name) throws SQLException {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        try (Connection connection = database.getConnection()) {
            return number(connection, name);
        }
    }

    int number(Connection connection, String name) throws SQLException {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        int number = find(connection, name);
        if (number < 0) {
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                statement.setString(1, name);
                statement.executeUpdate();
            }
            number = find(connection, name);
        }
        if (number < 0) {
            throw new SQLException("%s has no number for '%s' after it was given one".formatted(table, name));
        }
        numbers.put(name, number);
        return number;
    }

    private int find(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getInt(1) : -1;
            }
        }
    }
}
