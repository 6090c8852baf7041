package dev.demarc.assessment.publish;

import dev.demarc.assessment.sql.Prepared;
import dev.demarc.assessment.sql.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Divides the shards among the publishers that are alive; time is the database's. */
final class LeaseStore {
    private static final String ALIVE = """
            INSERT INTO publisher (holder, expires_at) VALUES (?, now() + ? * interval '1 ms')
            ON CONFLICT (holder) DO UPDATE SET expires_at = excluded.expires_at
            """;
    private static final String FORGET = "DELETE FROM publisher WHERE expires_at < now()";
    private static final String SHARE = "SELECT greatest(1, ceil(?::numeric / greatest(1, count(*)))) FROM publisher";
    private static final String RENEW =
            "UPDATE publisher_lease SET expires_at = now() + ? * interval '1 ms' WHERE holder = ? RETURNING shard";
    private static final String TAKE = """
            INSERT INTO publisher_lease (shard, holder, expires_at) VALUES (?, ?, now() + ? * interval '1 ms')
            ON CONFLICT (shard) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
            WHERE publisher_lease.expires_at < now()
            RETURNING shard
            """;
    private static final String RELEASE = "DELETE FROM publisher_lease WHERE holder = ? AND shard = ?";
    private static final String LEAVE = "DELETE FROM publisher WHERE holder = ?";
    private static final String LEAVE_ALL = "DELETE FROM publisher_lease WHERE holder = ?";
    private static final String CONFIRM = """
            UPDATE publisher_lease SET expires_at = now() + ? * interval '1 ms'
            WHERE shard = ? AND holder = ? RETURNING shard
            """;

    private final DataSource dataSource;
    private final String holder;
    private final int shards;
    private final long leaseMillis;

    LeaseStore(DataSource dataSource, String holder, int shards, Duration lease) {
        this.dataSource = dataSource;
        this.holder = holder;
        this.shards = shards;
        this.leaseMillis = lease.toMillis();
    }

    /** Renews what this publisher holds, takes what is free up to its share and gives back what is beyond it. */
    Set<Integer> hold() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Prepared.update(connection, ALIVE, holder, leaseMillis);
            Prepared.update(connection, FORGET);
            int share =
                    Rows.first(connection, SHARE, row -> row.getInt(1), shards).orElseThrow();
            TreeSet<Integer> held = new TreeSet<>(shards(connection, RENEW, leaseMillis, holder));
            held.removeIf(shard -> shard >= shards);
            for (int shard = 0; shard < shards && held.size() < share; shard++) {
                if (!held.contains(shard)) {
                    held.addAll(shards(connection, TAKE, shard, holder, leaseMillis));
                }
            }
            while (held.size() > share) {
                Prepared.update(connection, RELEASE, holder, held.pollLast());
            }
            return held;
        }
    }

    /** Renews one lease within a transaction, which must fail where it answers false. */
    boolean confirm(Connection connection, int shard) throws SQLException {
        return !shards(connection, CONFIRM, leaseMillis, shard, holder).isEmpty();
    }

    void leave() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Prepared.update(connection, LEAVE_ALL, holder);
            Prepared.update(connection, LEAVE, holder);
        }
    }

    private static Set<Integer> shards(Connection connection, String sql, Object... parameters) throws SQLException {
        return Set.copyOf(Rows.all(connection, sql, row -> row.getInt(1), parameters));
    }
}
