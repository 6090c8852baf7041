package dev.demarc.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every column of every row of every table of the platform's databases. */
final class TableSweep {
    private static final List<String> DATABASES = List.of("assessment", "catalog");
    private static final String USER = "demarc";
    private static final String TABLES = """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name
            """;

    private TableSweep() {}

    static void of(Demarc demarc, Sieve sieve) throws IOException, SQLException {
        String password = Files.readString(demarc.data().log("postgresql").resolveSibling("password"));
        for (String database : DATABASES) {
            String url = "jdbc:postgresql://" + demarc.state().postgres() + "/" + database;
            try (Connection connection = DriverManager.getConnection(url, USER, password)) {
                if (database.equals("assessment")) {
                    dictionaries(connection, sieve);
                }
                for (String table : tables(connection)) {
                    sweep(connection, table, sieve);
                }
            }
        }
    }

    private static void dictionaries(Connection connection, Sieve sieve) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT content FROM zstd_dictionary")) {
            while (row.next()) {
                sieve.dictionary(row.getBytes(1));
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private static void sweep(Connection connection, String table, Sieve sieve) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
            ResultSetMetaData columns = row.getMetaData();
            while (row.next()) {
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    byte[] value = columns.getColumnTypeName(column).equals("bytea")
                            ? row.getBytes(column)
                            : bytes(row.getString(column));
                    if (value != null) {
                        sieve.take(table + "." + columns.getColumnName(column), value);
                    }
                }
            }
        }
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
