package dev.demarc.assessment.resource;

import dev.demarc.assessment.resource.StoredResource.Judged;
import dev.demarc.assessment.resource.StoredResource.Name;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.assessment.verdict.PackedVerdicts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Writes rows of {@code resource}, many at a time. */
public final class ResourceWriter {
    private static final String COPY = """
            COPY resource (observed_at, judged_at, review_at, rid, scope, judging_version, profile, team, workload,
                           form, dictionary, digest, resource_id, name, arn, nonpass, failing, configuration)
            FROM STDIN (FORMAT binary)
            """;
    private static final int COLUMNS = 18;
    private static final String UPDATE = """
            UPDATE resource r
            SET observed_at = 'epoch'::timestamptz + u.observed_at * interval '1 microsecond',
                judged_at = 'epoch'::timestamptz + u.judged_at * interval '1 microsecond',
                review_at = 'epoch'::timestamptz + u.review_at * interval '1 microsecond',
                judging_version = u.judging_version, profile = u.profile, team = u.team, workload = u.workload,
                form = u.form, dictionary = u.dictionary, digest = u.digest, resource_id = u.resource_id, name = u.name,
                arn = u.arn, nonpass = u.nonpass, failing = u.failing::smallint[],
                first_observed_at = CASE WHEN r.digest = u.digest THEN r.first_observed_at END,
                configuration = u.configuration
            FROM unnest(?::int[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::int[], ?::int[], ?::int[],
                        ?::int[], ?::smallint[], ?::smallint[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::bytea[],
                        ?::text[], ?::bytea[])
                AS u (scope, rid, observed_at, judged_at, review_at, judging_version, profile, team, workload, form,
                      dictionary, digest, resource_id, name, arn, nonpass, failing, configuration)
            WHERE r.scope = u.scope AND r.rid = u.rid
            """;
    private static final String DELETE = """
            DELETE FROM resource r USING unnest(?::int[], ?::bigint[]) AS u (scope, rid)
            WHERE r.scope = u.scope AND r.rid = u.rid
            """;
    private static final String TOUCH = """
            UPDATE resource r
            SET observed_at = greatest(r.observed_at, 'epoch'::timestamptz + u.observed_at * interval '1 microsecond'),
                first_observed_at = coalesce(r.first_observed_at, r.observed_at)
            FROM (SELECT scope, rid, max(observed_at) AS observed_at
                  FROM unnest(?::int[], ?::bigint[], ?::bigint[]) AS t (scope, rid, observed_at)
                  GROUP BY scope, rid) AS u
            WHERE r.scope = u.scope AND r.rid = u.rid
            """;
    private static final Comparator<StoredResource> BY_KEY =
            Comparator.comparingInt(StoredResource::scope).thenComparingLong(StoredResource::rid);

    /** A resource that was seen unchanged. */
    public record Touch(int scope, long rid, Instant observedAt) {}

    private ResourceWriter() {}

    /** @throws SQLException where one of them is stored already, too */
    public static void insert(Connection connection, List<StoredResource> resources) throws SQLException {
        if (resources.isEmpty()) {
            return;
        }
        BinaryCopy rows = new BinaryCopy();
        resources.stream().sorted(BY_KEY).forEach(resource -> row(rows, resource));
        rows.endTo(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY));
    }

    public static void update(Connection connection, List<StoredResource> resources) throws SQLException {
        if (resources.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            statement.setObject(1, ints(resources, StoredResource::scope));
            statement.setObject(2, longs(resources, StoredResource::rid));
            statement.setObject(3, longs(resources, each -> micros(each.observedAt())));
            statement.setObject(4, longs(resources, each -> micros(each.judged().at())));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "int8",
                            objects(
                                    resources,
                                    Long[].class,
                                    each -> microsOrNull(each.judged().reviewAt()))));
            statement.setObject(6, ints(resources, each -> each.judged().version()));
            statement.setObject(7, ints(resources, each -> each.judged().profile()));
            statement.setObject(8, ints(resources, each -> each.judged().team()));
            statement.setObject(9, ints(resources, each -> each.judged().workload()));
            statement.setObject(10, ints(resources, each -> each.digest().form()));
            statement.setObject(11, ints(resources, each -> each.configuration().dictionary()));
            statement.setArray(
                    12, connection.createArrayOf("uuid", objects(resources, UUID[].class, each -> each.digest()
                            .uuid())));
            statement.setObject(
                    13, objects(resources, String[].class, each -> each.name().resourceId()));
            statement.setObject(
                    14, objects(resources, String[].class, each -> each.name().name()));
            statement.setObject(
                    15, objects(resources, String[].class, each -> each.name().arn()));
            statement.setObject(16, objects(resources, byte[][].class, each -> nonpass(each.judged())));
            statement.setObject(17, objects(resources, String[].class, each -> failingText(each.judged())));
            statement.setObject(18, objects(resources, byte[][].class, each -> each.configuration()
                    .bytes()));
            statement.executeUpdate();
        }
    }

    public static void touch(Connection connection, List<Touch> touched) throws SQLException {
        if (touched.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(TOUCH)) {
            statement.setObject(1, touched.stream().mapToInt(Touch::scope).toArray());
            statement.setObject(2, touched.stream().mapToLong(Touch::rid).toArray());
            statement.setObject(
                    3,
                    touched.stream()
                            .mapToLong(each -> micros(each.observedAt()))
                            .toArray());
            statement.executeUpdate();
        }
    }

    public static void delete(Connection connection, List<KnownResource> resources) throws SQLException {
        if (resources.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setObject(
                    1, resources.stream().mapToInt(KnownResource::scope).toArray());
            statement.setObject(
                    2, resources.stream().mapToLong(KnownResource::rid).toArray());
            statement.executeUpdate();
        }
    }

    private static void row(BinaryCopy rows, StoredResource resource) {
        Judged judged = resource.judged();
        Name name = resource.name();
        rows.row(COLUMNS);
        rows.instant(resource.observedAt());
        rows.instant(judged.at());
        rows.instant(judged.reviewAt());
        rows.int8(resource.rid());
        rows.int4(resource.scope());
        rows.int4(judged.version());
        rows.int4(judged.profile());
        rows.int4(judged.team());
        rows.int4(judged.workload());
        rows.int2(resource.digest().form());
        rows.int2(resource.configuration().dictionary());
        rows.uuid(resource.digest().uuid());
        rows.text(name.resourceId());
        rows.text(name.name());
        rows.text(name.arn());
        rows.bytes(nonpass(judged));
        rows.int2Array(failing(judged));
        rows.bytes(resource.configuration().bytes());
    }

    private static byte[] nonpass(Judged judged) {
        return PackedVerdicts.pack(judged.nonPasses());
    }

    private static int[] failing(Judged judged) {
        return judged.nonPasses().stream()
                .filter(NonPass::isFinding)
                .mapToInt(NonPass::control)
                .toArray();
    }

    private static String failingText(Judged judged) {
        return Arrays.stream(failing(judged)).mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    }

    private static @Nullable Long microsOrNull(@Nullable Instant instant) {
        return instant == null ? null : micros(instant);
    }

    private static int[] ints(List<StoredResource> resources, ToIntFunction<StoredResource> column) {
        return resources.stream().mapToInt(column).toArray();
    }

    private static long[] longs(List<StoredResource> resources, ToLongFunction<StoredResource> column) {
        return resources.stream().mapToLong(column).toArray();
    }

    private static <T> T[] objects(
            List<StoredResource> resources, Class<T[]> type, Function<StoredResource, @Nullable T> column) {
        return Arrays.copyOf(resources.stream().map(column).toArray(), resources.size(), type);
    }
}
