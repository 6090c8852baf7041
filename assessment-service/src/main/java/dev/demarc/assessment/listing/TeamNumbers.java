package dev.demarc.assessment.listing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the numbers of the teams that a reader asks for. */
public final class TeamNumbers {
    private static final String SELECT = "SELECT no FROM team WHERE name = ANY (?)";

    private TeamNumbers() {}

    /**
     * Those of the names that are known, null for any where none is given.
     *
     * @param names the empty one for what no team owns
     */
    public static Integer @Nullable [] find(Connection connection, Set<String> names) throws SQLException {
        if (names.isEmpty()) {
            return null;
        }
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setObject(1, names.toArray(String[]::new));
            IntStream.Builder numbers = IntStream.builder();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getInt("no"));
                }
            }
            return numbers.build().boxed().toArray(Integer[]::new);
        }
    }
}
