package dev.demarc.assessment.finding;

import dev.demarc.assessment.listing.Rows;
import dev.demarc.assessment.verdict.Parties;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Every time that a finding was open and is no more. */
final class PastFindings {
    private static final int MOST = 100;
    private static final String SELECT = """
            SELECT party, reason, since, until FROM finding_history
            WHERE scope = ? AND rid = ? AND control = ? ORDER BY until DESC LIMIT ?
            """;

    private PastFindings() {}

    /** The newest first, at most {@value #MOST}. */
    static List<PastFinding> of(Connection connection, int scope, long rid, int control) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setInt(1, scope);
            statement.setLong(2, rid);
            statement.setShort(3, (short) control);
            statement.setInt(4, MOST);
            List<PastFinding> past = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    past.add(new PastFinding(
                            Parties.of(row.getInt("party")),
                            row.getString("reason"),
                            Rows.instant(row, "since"),
                            Rows.instant(row, "until")));
                }
            }
            return past;
        }
    }
}
