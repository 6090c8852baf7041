package dev.demarc.assessment.publish;

import dev.demarc.assessment.scorecard.Scorecards;
import dev.demarc.assessment.sql.Prepared;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.event.EventType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Due marks, allotted versions and the outbox of one shard, within the caller's transactions. */
final class PublishStore {
    private static final int MOST_ACCOUNTS = 100;
    private static final int MOST_CHANGES = 2_000;

    private static final String WORK = """
            SELECT EXISTS (SELECT 1 FROM scorecard_due WHERE account % ? = ?)
                OR EXISTS (SELECT 1 FROM scorecard WHERE account % ? = ? AND (sent < version OR changes_at <= ?))
                OR EXISTS (SELECT 1 FROM finding_outbox o JOIN scope s ON s.no = o.scope WHERE s.account % ? = ?)
            """;
    private static final String DUE = """
            SELECT d.account, d.marks, d.trace
            FROM (SELECT account, array_agg(no) AS marks, (array_agg(trace ORDER BY no DESC))[1] AS trace
                  FROM scorecard_due WHERE account % ? = ? GROUP BY account
                  UNION ALL
                  SELECT account, '{}', NULL FROM scorecard
                  WHERE account % ? = ? AND changes_at <= ?
                    AND account NOT IN (SELECT account FROM scorecard_due)) d
                 LEFT JOIN scorecard c ON c.account = d.account
            WHERE c.computed_at IS NULL OR c.computed_at <= ? OR c.computed_at > ?
            ORDER BY c.computed_at NULLS FIRST, d.account
            LIMIT ?
            """;
    private static final String NEXT_VERSION = """
            SELECT greatest(coalesce(max(version), 0) + 1, (SELECT max(versions_from) FROM platform_epoch))
            FROM scorecard WHERE account = ?
            """;
    private static final String ALLOT = """
            INSERT INTO scorecard (account, version, computed_at, changes_at, trace, payload) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (account) DO UPDATE SET version = excluded.version, computed_at = excluded.computed_at,
                changes_at = excluded.changes_at, trace = excluded.trace, payload = excluded.payload
            """;
    private static final String HAS_LEFT = """
            SELECT EXISTS (SELECT 1 FROM departed_account WHERE account = ?)
               AND NOT EXISTS (SELECT 1 FROM scope s JOIN scope_state st ON st.scope = s.no WHERE s.account = ?)
            """;
    private static final String WITHDRAW = """
            UPDATE scorecard SET version = ?, computed_at = ?, changes_at = NULL, trace = ?, payload = NULL
            WHERE account = ? AND payload IS NOT NULL
            """;
    private static final String DONE = "DELETE FROM scorecard_due WHERE no = ANY (?)";
    private static final String UNSENT_CARDS = """
            SELECT c.account, a.id, c.version, c.payload, c.trace FROM scorecard c JOIN account a ON a.no = c.account
            WHERE c.account % ? = ? AND c.sent < c.version ORDER BY c.account LIMIT ?
            """;
    private static final String UNSENT_CHANGES = """
            SELECT o.no, o.type, o.payload, o.trace FROM finding_outbox o JOIN scope s ON s.no = o.scope
            WHERE s.account % ? = ? ORDER BY o.no LIMIT ?
            """;
    private static final String SENT_CARD =
            "UPDATE scorecard SET sent = greatest(sent, ?) WHERE account = ? AND version >= ?";
    private static final String SENT_CHANGES = "DELETE FROM finding_outbox WHERE no = ANY (?)";

    private final int shards;
    private final Duration accountInterval;

    PublishStore(int shards, Duration accountInterval) {
        this.shards = shards;
        this.accountInterval = accountInterval;
    }

    boolean hasWork(Connection connection, int shard, Instant now) throws SQLException {
        return is(connection, WORK, shards, shard, shards, shard, now, shards, shard);
    }

    /** Accounts that are due and whose last scorecard is old enough, those that waited longest first. */
    List<Due> due(Connection connection, int shard, Instant now) throws SQLException {
        return Rows.all(
                connection,
                DUE,
                row -> new Due(
                        row.getInt("account"),
                        Arrays.asList((Long[]) row.getArray("marks").getArray()),
                        row.getString("trace")),
                shards,
                shard,
                shards,
                shard,
                now,
                now.minus(accountInterval),
                now.plus(accountInterval),
                MOST_ACCOUNTS);
    }

    long nextVersion(Connection connection, int account) throws SQLException {
        return Rows.first(connection, NEXT_VERSION, row -> row.getLong(1), account)
                .orElseThrow();
    }

    void allot(Connection connection, Due due, Scorecards.Computed computed) throws SQLException {
        Prepared.update(
                connection,
                ALLOT,
                due.account(),
                computed.scorecard().version(),
                computed.scorecard().computedAt(),
                computed.changesAt(),
                due.trace(),
                Json.bytes(computed.scorecard()));
        Prepared.update(connection, DONE, (Object) due.marks().toArray(Long[]::new));
    }

    /** Whether the account left, and nothing of it is stored any more. */
    boolean hasLeft(Connection connection, int account) throws SQLException {
        return is(connection, HAS_LEFT, account, account);
    }

    /** Takes the account's scorecard away, unless that is done. */
    void withdraw(Connection connection, Due due, long version, Instant now) throws SQLException {
        Prepared.update(connection, WITHDRAW, version, now, due.trace(), due.account());
        Prepared.update(connection, DONE, (Object) due.marks().toArray(Long[]::new));
    }

    Unsent unsent(Connection connection, int shard) throws SQLException {
        List<Unsent.Card> cards = Rows.all(
                connection,
                UNSENT_CARDS,
                row -> new Unsent.Card(
                        row.getInt("account"),
                        row.getString("id"),
                        row.getLong("version"),
                        row.getBytes("payload"),
                        row.getString("trace")),
                shards,
                shard,
                MOST_ACCOUNTS);
        List<Unsent.Change> changes = Rows.all(
                connection,
                UNSENT_CHANGES,
                row -> new Unsent.Change(
                        row.getLong("no"),
                        EventType.of(row.getString("type")),
                        row.getBytes("payload"),
                        row.getString("trace")),
                shards,
                shard,
                MOST_CHANGES);
        return new Unsent(cards, changes);
    }

    void sent(Connection connection, Unsent unsent) throws SQLException {
        for (Unsent.Card card : unsent.cards()) {
            Prepared.update(connection, SENT_CARD, card.version(), card.account(), card.version());
        }
        Long[] changes = unsent.changes().stream().map(Unsent.Change::no).toArray(Long[]::new);
        Prepared.update(connection, SENT_CHANGES, (Object) changes);
    }

    private static boolean is(Connection connection, String sql, Object... parameters) throws SQLException {
        return Rows.first(connection, sql, row -> row.getBoolean(1), parameters).orElseThrow();
    }
}
