package dev.demarc.assessment.drift;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Appends what moved, and counts it by the hour and the day. */
public final class DriftWriter {
    private static final String APPEND = """
            INSERT INTO drift (at, kind, severity, account, scope, rid, team, workload, subject, was, becomes, rule,
                               cause, resource_id, name, arn)
            SELECT 'epoch'::timestamptz + at * interval '1 microsecond', kind, severity, account, scope, rid, team,
                   workload, subject, was, becomes, rule, cause, resource_id, name, arn
            FROM unnest(?::bigint[], ?::smallint[], ?::smallint[], ?::int[], ?::int[], ?::bigint[], ?::int[], ?::int[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                AS u (at, kind, severity, account, scope, rid, team, workload, subject, was, becomes, rule, cause,
                      resource_id, name, arn)
            """;
    private static final String COUNT = """
            INSERT INTO drift_count AS d (account, hours, begins, partition, kind, severity, team, moves)
            SELECT account, hours, 'epoch'::timestamptz + begins * interval '1 second', ?, kind, severity, team, moves
            FROM unnest(?::int[], ?::smallint[], ?::bigint[], ?::smallint[], ?::smallint[], ?::int[], ?::bigint[])
                AS u (account, hours, begins, kind, severity, team, moves)
            ON CONFLICT (account, hours, begins, partition, kind, severity, team)
                DO UPDATE SET moves = d.moves + excluded.moves
            """;
    private static final String APPEND_MEMBERS = """
            INSERT INTO workload_change (at, account, scope, rid, workload, came, profile, team, resource_id, name, arn)
            SELECT 'epoch'::timestamptz + at * interval '1 microsecond', account, scope, rid, workload, came = 1,
                   profile, team, resource_id, name, arn
            FROM unnest(?::bigint[], ?::int[], ?::int[], ?::bigint[], ?::int[], ?::int[], ?::int[], ?::int[], ?::text[],
                        ?::text[], ?::text[])
                AS u (at, account, scope, rid, workload, came, profile, team, resource_id, name, arn)
            """;

    private record Count(int account, Span span, long begins, int kind, int severity, int team) {
        static Count of(Span span, Move move) {
            return new Count(
                    move.scope().account(),
                    span,
                    span.begin(move.at()).getEpochSecond(),
                    move.kind().code(),
                    move.severityCode(),
                    move.resource().team());
        }
    }

    private DriftWriter() {}

    /** @param partition which counts what moves in it */
    public static void write(Connection connection, int partition, DriftLog log) throws SQLException {
        writeMoves(connection, partition, log.moves());
        writeMembers(connection, log.members());
    }

    private static void writeMoves(Connection connection, int partition, List<Move> moves) throws SQLException {
        if (moves.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setObject(1, longs(moves, move -> micros(move.at())));
            statement.setObject(2, ints(moves, move -> move.kind().code()));
            statement.setObject(3, ints(moves, Move::severityCode));
            statement.setObject(4, ints(moves, move -> move.scope().account()));
            statement.setObject(5, ints(moves, move -> move.scope().number()));
            statement.setObject(6, longs(moves, move -> move.resource().rid()));
            statement.setObject(7, ints(moves, move -> move.resource().team()));
            statement.setObject(
                    8, ints(moves, move -> Math.max(0, move.resource().workload())));
            statement.setObject(9, texts(moves, Move::subject));
            statement.setObject(10, texts(moves, Move::was));
            statement.setObject(11, texts(moves, Move::becomes));
            statement.setObject(12, texts(moves, Move::rule));
            statement.setObject(13, texts(moves, move -> move.cause().name()));
            statement.setObject(14, texts(moves, move -> move.resource().name().resourceId()));
            statement.setObject(15, texts(moves, move -> move.resource().name().name()));
            statement.setObject(16, texts(moves, move -> move.resource().name().arn()));
            statement.executeUpdate();
        }
        count(connection, partition, moves);
    }

    private static void writeMembers(Connection connection, List<MemberChange> changes) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(APPEND_MEMBERS)) {
            statement.setObject(1, longs(changes, change -> micros(change.at())));
            statement.setObject(2, ints(changes, change -> change.scope().account()));
            statement.setObject(3, ints(changes, change -> change.scope().number()));
            statement.setObject(4, longs(changes, change -> change.resource().rid()));
            statement.setObject(5, ints(changes, change -> change.resource().workload()));
            statement.setObject(6, ints(changes, change -> change.came() ? 1 : 0));
            statement.setObject(7, ints(changes, change -> change.resource().profile()));
            statement.setObject(8, ints(changes, change -> change.resource().team()));
            statement.setObject(
                    9, texts(changes, change -> change.resource().name().resourceId()));
            statement.setObject(
                    10, texts(changes, change -> change.resource().name().name()));
            statement.setObject(
                    11, texts(changes, change -> change.resource().name().arn()));
            statement.executeUpdate();
        }
    }

    private static void count(Connection connection, int partition, List<Move> moves) throws SQLException {
        Map<Count, Long> counts = new HashMap<>();
        for (Span span : Span.values()) {
            moves.forEach(move -> counts.merge(Count.of(span, move), 1L, Long::sum));
        }
        List<Count> keys = List.copyOf(counts.keySet());
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setInt(1, partition);
            statement.setObject(2, ints(keys, Count::account));
            statement.setObject(3, ints(keys, key -> key.span().hours()));
            statement.setObject(4, longs(keys, Count::begins));
            statement.setObject(5, ints(keys, Count::kind));
            statement.setObject(6, ints(keys, Count::severity));
            statement.setObject(7, ints(keys, Count::team));
            statement.setObject(8, longs(keys, key -> counts.getOrDefault(key, 0L)));
            statement.executeUpdate();
        }
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    }

    private static <T> int[] ints(List<T> rows, ToIntFunction<T> column) {
        return rows.stream().mapToInt(column).toArray();
    }

    private static <T> long[] longs(List<T> rows, ToLongFunction<T> column) {
        return rows.stream().mapToLong(column).toArray();
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
