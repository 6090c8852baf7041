package dev.demarc.assessment.partition;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Scopes whose owners were resolved when their account had another team. */
final class AccountTeams {
    /** A scope and the number of its account's team now. */
    record Moved(int scope, int team) {}

    private static final String MOVED = """
            SELECT s.scope, t.no FROM scope_state s
            JOIN scope o ON o.no = s.scope
            JOIN account a ON a.no = o.account
            LEFT JOIN account_info i ON i.id = a.id
            JOIN team t ON t.name = coalesce(i.team, '')
            WHERE o.partition = ? AND s.account_team <> t.no
            ORDER BY s.scope
            """;

    private AccountTeams() {}

    static List<Moved> moved(Connection connection, int partition) throws SQLException {
        List<Moved> moved = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(MOVED)) {
            statement.setInt(1, partition);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    moved.add(new Moved(rows.getInt(1), rows.getInt(2)));
                }
            }
        }
        return moved;
    }
}
