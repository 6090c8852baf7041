package dev.demarc.assessment.finding;

import dev.demarc.assessment.sql.Rows;
import dev.demarc.assessment.verdict.Parties;
import java.sql.Connection;
import java.sql.SQLException;
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
        return Rows.all(
                connection,
                SELECT,
                row -> new PastFinding(
                        Parties.of(row.getInt("party")),
                        row.getString("reason"),
                        Rows.instant(row, "since"),
                        Rows.instant(row, "until")),
                scope,
                rid,
                (short) control,
                MOST);
    }
}
