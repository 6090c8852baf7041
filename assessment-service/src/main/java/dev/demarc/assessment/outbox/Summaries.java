package dev.demarc.assessment.outbox;

import dev.demarc.assessment.dictionary.Dictionaries.NumberedScope;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.assessment.verdict.FindingDifference;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.finding.Cause;
import dev.demarc.contracts.finding.FindingSummary;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Counts of the findings that a first judgement or a catalog change moves in a scope, kept over transactions until it is
 * through with the scope; then one message tells them.
 */
public final class Summaries {
    private record Key(NumberedScope scope, Cause cause) {}

    private record Counts(long opened, long changed, long resolved) {
        private static final Counts NONE = new Counts(0, 0, 0);

        private static Counts of(FindingDifference difference) {
            return new Counts(
                    difference.opened().stream().filter(NonPass::isOpen).count(),
                    difference.changed().size(),
                    difference.resolved().size());
        }

        private Counts plus(Counts more) {
            return new Counts(opened + more.opened, changed + more.changed, resolved + more.resolved);
        }
    }

    private static final String ADD = """
            INSERT INTO finding_summary AS s (scope, cause, opened, changed, resolved) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (scope, cause) DO UPDATE SET
                opened = s.opened + excluded.opened, changed = s.changed + excluded.changed,
                resolved = s.resolved + excluded.resolved
            """;
    private static final String TAKE =
            "DELETE FROM finding_summary WHERE scope = ? AND cause = ? RETURNING opened, changed, resolved";
    private static final String OPEN = """
            SELECT s.scope FROM finding_summary s JOIN scope o ON o.no = s.scope
            WHERE o.partition = ? AND o.type = ? AND s.cause = 'CATALOG'
            """;

    private final Map<Key, Counts> counted = new LinkedHashMap<>();
    private final Set<Key> finished = new LinkedHashSet<>();

    /** Scopes of a type whose catalog change has not been told yet. */
    public static List<Integer> untold(Connection connection, int partition, int type) throws SQLException {
        return Rows.all(connection, OPEN, row -> row.getInt(1), partition, type);
    }

    void count(NumberedScope scope, Cause cause, FindingDifference difference) {
        Counts more = Counts.of(difference);
        if (!more.equals(Counts.NONE)) {
            counted.merge(new Key(scope, cause), more, Counts::plus);
        }
    }

    /** The cause is through with the scope: with this transaction its one message goes out. */
    public void finish(NumberedScope scope, Cause cause) {
        finished.add(new Key(scope, cause));
    }

    /** Keeps what is not finished and gives the messages of what is. */
    List<Outbox.Row> write(Connection connection, Instant at) throws SQLException {
        List<Outbox.Row> rows = new ArrayList<>();
        for (Key key : finished) {
            Counts here = Objects.requireNonNullElse(counted.remove(key), Counts.NONE);
            Counts all = here.plus(take(connection, key).orElse(Counts.NONE));
            if (!all.equals(Counts.NONE)) {
                rows.add(Outbox.Row.of(
                        key.scope(),
                        new FindingSummary(
                                key.scope().name(), at, key.cause(), all.opened(), all.changed(), all.resolved())));
            }
        }
        add(connection);
        return rows;
    }

    private static Optional<Counts> take(Connection connection, Key key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setInt(1, key.scope().number());
            statement.setString(2, key.cause().name());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Counts(rows.getLong(1), rows.getLong(2), rows.getLong(3)))
                        : Optional.empty();
            }
        }
    }

    private void add(Connection connection) throws SQLException {
        if (counted.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            for (Map.Entry<Key, Counts> each : counted.entrySet()) {
                statement.setInt(1, each.getKey().scope().number());
                statement.setString(2, each.getKey().cause().name());
                statement.setLong(3, each.getValue().opened());
                statement.setLong(4, each.getValue().changed());
                statement.setLong(5, each.getValue().resolved());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
