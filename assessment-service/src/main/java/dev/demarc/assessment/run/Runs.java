package dev.demarc.assessment.run;

import dev.demarc.assessment.run.Run.Ended;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Source;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.Optional;

/** Reads and writes runs and their pages. */
public final class Runs {
    private static final String SELECT = """
            SELECT source, begun_at, ahead, refused, untold, outcome, pages, count, digest, ended_at, reason, permission
            FROM run WHERE scope = ? AND run = ?
            """;
    private static final String SAVE = """
            INSERT INTO run (scope, run, source, begun_at, refused, outcome, pages, count, digest, ended_at, reason,
                             permission, untold, ahead)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (scope, run) DO UPDATE SET
                source = excluded.source, begun_at = excluded.begun_at, refused = excluded.refused,
                outcome = excluded.outcome, pages = excluded.pages, count = excluded.count,
                digest = excluded.digest, ended_at = excluded.ended_at, reason = excluded.reason,
                permission = excluded.permission, untold = excluded.untold, ahead = excluded.ahead
            """;
    private static final String SAVE_PAGE = """
            INSERT INTO run_page (scope, run, page, rids) VALUES (?, ?, ?, ?)
            ON CONFLICT (scope, run, page) DO UPDATE SET rids = excluded.rids
            """;
    private static final String PAGES = "SELECT page, rids FROM run_page WHERE scope = ? AND run = ?";
    private static final String DROP_PAGES = """
            DELETE FROM run_page p
            USING unnest(?::int[], ?::text[]) AS u (scope, run)
            WHERE p.scope = u.scope AND (p.run = u.run OR p.run IN (
                SELECT older.run FROM run older JOIN run ended ON ended.scope = older.scope
                WHERE ended.scope = u.scope AND ended.run = u.run AND ended.outcome = 'COMPLETE'
                    AND older.begun_at < ended.begun_at - interval '1 day'))
            """;

    /** Names a run: its scope's number and its id. */
    public record Key(int scope, String run) {}

    private Runs() {}

    public static Optional<Run> find(Connection connection, int scope, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setInt(1, scope);
            statement.setString(2, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(run(rows, scope, id)) : Optional.empty();
            }
        }
    }

    public static void save(Connection connection, Collection<Run> runs) throws SQLException {
        if (runs.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
            for (Run run : runs) {
                bind(statement, run);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    public static void savePage(Connection connection, int scope, String run, int page, long[] rids)
            throws SQLException {
        ByteBuffer bytes = ByteBuffer.allocate(rids.length * Long.BYTES);
        bytes.asLongBuffer().put(rids);
        try (PreparedStatement statement = connection.prepareStatement(SAVE_PAGE)) {
            statement.setInt(1, scope);
            statement.setString(2, run);
            statement.setInt(3, page);
            statement.setBytes(4, bytes.array());
            statement.executeUpdate();
        }
    }

    public static Listing listing(Connection connection, int scope, String run) throws SQLException {
        Listing listing = new Listing();
        try (PreparedStatement statement = connection.prepareStatement(PAGES)) {
            statement.setInt(1, scope);
            statement.setString(2, run);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ByteBuffer bytes = ByteBuffer.wrap(rows.getBytes(2));
                    long[] rids = new long[bytes.remaining() / Long.BYTES];
                    bytes.asLongBuffer().get(rids);
                    listing.put(rows.getInt(1), rids);
                }
            }
        }
        return listing;
    }

    /** Drops the pages of runs that have ended, and of those that began a day before another that is complete. */
    public static void dropPages(Connection connection, Collection<Key> ended) throws SQLException {
        if (ended.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(DROP_PAGES)) {
            statement.setObject(1, ended.stream().mapToInt(Key::scope).toArray());
            statement.setObject(2, ended.stream().map(Key::run).toArray(String[]::new));
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Run run) throws SQLException {
        Source source = run.source();
        Ended ended = run.ended();
        statement.setInt(1, run.scope());
        statement.setString(2, run.id());
        statement.setString(3, source == null ? null : source.name());
        statement.setTimestamp(4, run.begunAt() == null ? null : Timestamp.from(run.begunAt()));
        statement.setBoolean(5, run.refused());
        statement.setString(6, ended == null ? null : ended.outcome().name());
        statement.setObject(7, ended == null ? null : ended.pages(), Types.INTEGER);
        statement.setObject(8, ended == null ? null : ended.count(), Types.BIGINT);
        statement.setString(9, ended == null ? null : ended.digest());
        statement.setTimestamp(10, ended == null ? null : Timestamp.from(ended.at()));
        statement.setString(11, ended == null ? null : ended.reason());
        statement.setString(12, ended == null ? null : ended.permission());
        statement.setString(13, run.untold());
        statement.setLong(14, Micros.of(run.ahead()));
    }

    private static Run run(ResultSet rows, int scope, String id) throws SQLException {
        String source = rows.getString("source");
        Timestamp begunAt = rows.getTimestamp("begun_at");
        String outcome = rows.getString("outcome");
        return new Run(
                scope,
                id,
                source == null ? null : Source.valueOf(source),
                begunAt == null ? null : begunAt.toInstant(),
                Micros.duration(rows.getLong("ahead")),
                rows.getBoolean("refused"),
                rows.getString("untold"),
                outcome == null
                        ? null
                        : new Ended(
                                Outcome.valueOf(outcome),
                                rows.getInt("pages"),
                                rows.getLong("count"),
                                rows.getString("digest"),
                                rows.getTimestamp("ended_at").toInstant(),
                                rows.getString("reason"),
                                rows.getString("permission")));
    }
}
