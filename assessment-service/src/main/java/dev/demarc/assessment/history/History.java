package dev.demarc.assessment.history;

import dev.demarc.assessment.verdict.Parties;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** Moves what is no more to the history tables. */
public final class History {
    /** A stored resource whose configuration ends. */
    public record EndedResource(int scope, long rid, Instant until) {}

    private static final String KEEP_RESOURCES = """
            INSERT INTO resource_history (scope, rid, observed_at, until, judged_at, judging_version, profile, team,
                form, dictionary, digest, resource_id, name, arn, nonpass, configuration)
            SELECT r.scope, r.rid, coalesce(r.first_observed_at, r.observed_at),
                greatest(r.observed_at, 'epoch'::timestamptz + u.until * interval '1 microsecond'), r.judged_at,
                r.judging_version, r.profile, r.team, r.form, r.dictionary, r.digest, r.resource_id, r.name, r.arn,
                r.nonpass, r.configuration
            FROM resource r JOIN unnest(?::int[], ?::bigint[], ?::bigint[]) AS u (scope, rid, until)
                ON r.scope = u.scope AND r.rid = u.rid
            """;
    private static final String KEEP_FINDING = """
            INSERT INTO finding_history (scope, rid, control, party, team, since, until, cause, resource_id, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private History() {}

    /** Must come before the rows are changed or removed. */
    public static void keepResources(Connection connection, List<EndedResource> ended) throws SQLException {
        if (ended.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(KEEP_RESOURCES)) {
            statement.setObject(1, ended.stream().mapToInt(EndedResource::scope).toArray());
            statement.setObject(2, ended.stream().mapToLong(EndedResource::rid).toArray());
            statement.setObject(
                    3, ended.stream().mapToLong(each -> micros(each.until())).toArray());
            statement.executeUpdate();
        }
    }

    public static void keepFindings(Connection connection, List<EndedFinding> ended) throws SQLException {
        if (ended.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(KEEP_FINDING)) {
            for (EndedFinding each : ended) {
                Instant since = each.finding().openSince();
                statement.setInt(1, each.scope());
                statement.setLong(2, each.rid());
                statement.setInt(3, each.finding().control());
                statement.setInt(4, Parties.code(each.finding().party()));
                statement.setInt(5, each.team());
                statement.setTimestamp(6, Timestamp.from(since));
                statement.setTimestamp(7, Timestamp.from(each.until().isBefore(since) ? since : each.until()));
                statement.setString(8, each.cause().name());
                statement.setString(9, each.resourceId());
                statement.setString(
                        10,
                        each.finding().failingSince() == null ? each.finding().reason() : null);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    }
}
