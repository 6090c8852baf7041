package dev.demarc.assessment.listing;

import dev.demarc.assessment.sql.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
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
        return names.isEmpty() ? null : known(connection, names);
    }

    /** Those of the names that are known. */
    static Integer[] known(Connection connection, Set<String> names) throws SQLException {
        return Rows.all(connection, SELECT, row -> row.getInt("no"), (Object) names.toArray(String[]::new))
                .toArray(Integer[]::new);
    }
}
