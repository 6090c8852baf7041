package dev.demarc.assessment.history;

import dev.demarc.assessment.sql.Prepared;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Drops runs that nobody asks about any more: after a month those that told nothing of their scope, because they never
 * began or ended or another source read it; and, where history has an end, those that were overtaken before it and those
 * of scopes that nothing is known of any more.
 */
final class RunRetention {
    private static final Duration TOLD_NOTHING = Duration.ofDays(30);

    /** Most of one call; the others go with the next. */
    private static final int MOST = 20_000;

    private static final String DROP = """
            WITH gone AS (
                DELETE FROM run WHERE ctid = ANY (ARRAY(
                    SELECT r.ctid FROM run r LEFT JOIN scope_state s ON s.scope = r.scope
                    WHERE coalesce(r.ended_at, r.begun_at) < ? AND %s
                        AND r.run IS DISTINCT FROM s.newest_run AND r.run IS DISTINCT FROM s.last_complete_run
                        AND r.run IS DISTINCT FROM s.removal_run
                    LIMIT %d))
                RETURNING scope, run)
            DELETE FROM run_page p USING gone g WHERE p.scope = g.scope AND p.run = g.run
            """;
    private static final String DROP_UNTOLD =
            DROP.formatted("(r.refused OR r.begun_at IS NULL OR r.ended_at IS NULL)", MOST);
    private static final String DROP_OVERTAKEN = DROP.formatted("""
            EXISTS (SELECT 1 FROM run later WHERE later.scope = r.scope AND NOT later.refused
                AND later.outcome = 'COMPLETE' AND later.begun_at > r.begun_at AND later.ended_at < ?)
            """, MOST);

    private static final String DROP_DEPARTED = DROP.formatted("s.scope IS NULL", MOST);

    private final DataSource database;

    RunRetention(DataSource database) {
        this.database = database;
    }

    /** @param from before that instant nobody asks how things stood; empty where somebody may */
    void apply(Instant now, Optional<Instant> from) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Prepared.update(connection, DROP_UNTOLD, now.minus(TOLD_NOTHING));
            if (from.isPresent()) {
                Prepared.update(connection, DROP_OVERTAKEN, from.get(), from.get());
                Prepared.update(connection, DROP_DEPARTED, from.get());
            }
        }
    }
}
