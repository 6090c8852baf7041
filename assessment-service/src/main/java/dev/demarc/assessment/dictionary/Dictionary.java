package dev.demarc.assessment.dictionary;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** One table of names and numbers: finds a name's number, giving it one where it has none, and a number's name. */
final class Dictionary {
    private final String table;
    private final String select;
    private final String insert;
    private final String selectName;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, String> names = new ConcurrentHashMap<>();

    Dictionary(String table, String column) {
        this.table = table;
        select = "SELECT no FROM %s WHERE %s = ?".formatted(table, column);
        selectName = "SELECT %s FROM %s WHERE no = ?".formatted(column, table);
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

    /** @throws IllegalArgumentException where nothing has the number */
    String name(DataSource database, int number) throws SQLException {
        String known = names.get(number);
        if (known != null) {
            return known;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(selectName)) {
            statement.setInt(1, number);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalArgumentException("%s %d is not in the dictionary".formatted(table, number));
                }
                String name = rows.getString(1);
                names.put(number, name);
                return name;
            }
        }
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
