package dev.demarc.assessment.resource;

import dev.demarc.assessment.resource.StoredResource.Judged;
import dev.demarc.assessment.resource.StoredResource.Name;
import dev.demarc.assessment.sql.Rows;
import dev.demarc.assessment.verdict.PackedVerdicts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads rows of {@code resource}. */
public final class ResourceReader {
    private static final String KNOWN_COLUMNS = """
            r.scope, r.rid, r.form, r.digest, r.observed_at, r.resource_id, r.name, r.arn, r.judging_version,
            r.profile, r.team, r.workload, r.nonpass
            """;
    private static final String KNOWN = "SELECT " + KNOWN_COLUMNS + """
                    FROM resource r JOIN unnest(?::int[], ?::bigint[]) AS u (scope, rid)
                        ON r.scope = u.scope AND r.rid = u.rid
                    """;
    private static final String DIGESTS = "SELECT scope, rid, form, digest FROM resource WHERE scope = ANY (?)";
    private static final String STORED_COLUMNS =
            KNOWN_COLUMNS + ", r.judged_at, r.review_at, r.dictionary, r.configuration ";
    private static final String AFTER = "SELECT " + STORED_COLUMNS + """
                    FROM resource r JOIN scope s ON s.no = r.scope
                    WHERE s.partition = ? AND s.type = ? AND (r.scope, r.rid) > (?, ?)
                    ORDER BY r.scope, r.rid LIMIT ?
                    """;
    private static final String OF_SCOPE =
            "SELECT " + STORED_COLUMNS + "FROM resource r WHERE scope = ? AND rid > ? ORDER BY rid LIMIT ?";
    private static final String ONE = "SELECT " + STORED_COLUMNS + "FROM resource r WHERE scope = ? AND rid = ?";
    private static final String DUE = "SELECT " + STORED_COLUMNS + """
                    FROM resource r JOIN scope s ON s.no = r.scope
                    WHERE s.partition = ? AND r.review_at <= ?
                    ORDER BY r.review_at LIMIT ?
                    """;

    private ResourceReader() {}

    /** Those of the keys that are stored; {@code scopes} and {@code rids} belong together by index. */
    public static List<KnownResource> known(Connection connection, int[] scopes, long[] rids) throws SQLException {
        return Rows.all(connection, KNOWN, ResourceReader::known, scopes, rids);
    }

    /** At most {@code limit} resources of a type in a partition after a key, by key. */
    public static List<StoredResource> after(
            Connection connection, int partition, int type, int scope, long rid, int limit) throws SQLException {
        return Rows.all(connection, AFTER, ResourceReader::stored, partition, type, scope, rid, limit);
    }

    /** At most {@code limit} resources of a scope after a rid, by rid. */
    public static List<StoredResource> ofScope(Connection connection, int scope, long afterRid, int limit)
            throws SQLException {
        return Rows.all(connection, OF_SCOPE, ResourceReader::stored, scope, afterRid, limit);
    }

    /** The resource, nothing where it is not stored. */
    public static List<StoredResource> one(Connection connection, int scope, long rid) throws SQLException {
        return Rows.all(connection, ONE, ResourceReader::stored, scope, rid);
    }

    /** At most {@code limit} resources of a partition that are due for review, the longest due first. */
    public static List<StoredResource> due(Connection connection, int partition, Instant now, int limit)
            throws SQLException {
        return Rows.all(connection, DUE, ResourceReader::stored, partition, now, limit);
    }

    static void digests(Connection connection, int[] scopes, DigestReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DIGESTS)) {
            statement.setObject(1, scopes);
            statement.setFetchSize(10_000);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows.getInt(1), rows.getLong(2), digest(rows.getInt(3), rows.getObject(4, UUID.class)));
                }
            }
        }
    }

    /** Takes one resource's digest. */
    interface DigestReader {
        void read(int scope, long rid, Digest digest);
    }

    private static KnownResource known(ResultSet rows) throws SQLException {
        return new KnownResource(
                rows.getInt("scope"),
                rows.getLong("rid"),
                digest(rows.getInt("form"), rows.getObject("digest", UUID.class)),
                rows.getTimestamp("observed_at").toInstant(),
                new Name(rows.getString("resource_id"), rows.getString("name"), rows.getString("arn")),
                rows.getInt("judging_version"),
                rows.getInt("profile"),
                rows.getInt("team"),
                rows.getInt("workload"),
                PackedVerdicts.unpack(rows.getBytes("nonpass")));
    }

    private static StoredResource stored(ResultSet rows) throws SQLException {
        KnownResource known = known(rows);
        Timestamp review = rows.getTimestamp("review_at");
        return new StoredResource(
                known.scope(),
                known.rid(),
                known.digest(),
                known.observedAt(),
                known.name(),
                new Judged(
                        rows.getTimestamp("judged_at").toInstant(),
                        review == null ? null : review.toInstant(),
                        known.version(),
                        known.profile(),
                        known.team(),
                        known.workload(),
                        known.nonPasses()),
                new PackedConfiguration(rows.getShort("dictionary"), rows.getBytes("configuration")));
    }

    private static Digest digest(int form, UUID digest) {
        return new Digest(form, digest.getMostSignificantBits(), digest.getLeastSignificantBits());
    }
}
