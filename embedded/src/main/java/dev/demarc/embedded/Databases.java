package dev.demarc.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The databases of one PostgreSQL server, seen by a user that may create them. */
public record Databases(String address, String options, String user, String password) {
    private static final Pattern URL =
            Pattern.compile("(?:jdbc:)?(?:postgresql|postgres)://([^/?@]+)(?:/[^?]*)?(\\?.*)?");
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final String EXISTS = "SELECT 1 FROM pg_database WHERE datname = ?";

    /** The databases of the server that a URL names, as {@code postgresql://host:port/any?option=value}. */
    public static Databases at(String url, String user, String password) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("PostgreSQL's address \"" + url
                    + "\" is not understood, accepted is postgresql://host:port, with ?options if need be");
        }
        return new Databases(parts.group(1), parts.group(2) == null ? "" : parts.group(2), user, password);
    }

    static Databases onLoopback(int port, String options, String password) {
        return new Databases(Loopback.HOST + ":" + port, options, PostgresCluster.SUPERUSER, password);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + address + "/" + database + options;
    }

    /** Makes a database unless it is there. */
    public void create(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Database name \"" + name + "\" is not accepted, accepted is " + NAME);
        }
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), user, password)) {
            if (!exists(connection, name)) {
                create(connection, name);
            }
        } catch (SQLException e) {
            throw new EmbeddedStartException("Database " + name + " cannot be created: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EXISTS)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void create(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
    }
}
