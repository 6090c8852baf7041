package dev.demarc.assessment.partition;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.resource.IdDigest;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.RunBegun;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.RunPage;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Source;
import dev.demarc.contracts.resource.Unread;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Messages of {@code demarc.resources} as a scanner would send them. */
final class Inputs {
    static final String BUCKET = "AWS::S3::Bucket";
    static final Scope SCOPE = new Scope("111122223333", "eu-central-1", BUCKET);
    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private static final String SCANNER = "/scanner-service";

    private Inputs() {}

    static RunId run(String scan) {
        return new RunId(scan, 1);
    }

    /** Seconds after the start of the test's time. */
    static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    static ProducerRecord<String, byte[]> begin(Scope scope, String scan, Instant at) {
        return begin(scope, scan, Source.LIVE, at);
    }

    static ProducerRecord<String, byte[]> begin(Scope scope, String scan, Source source, Instant at) {
        return message(EventType.RUN_BEGUN, new RunBegun(scope, run(scan), source, at), scope, at);
    }

    static ProducerRecord<String, byte[]> item(String scan, Bucket bucket) {
        ResourceConfiguration item = bucket.item();
        return event(EventType.RESOURCE_CONFIGURATION, item)
                .header(EventHeaders.RUN, run(scan).toString())
                .header(EventHeaders.RID, HexFormat.of().toHexDigits(item.key().rid()))
                .header(EventHeaders.DIGEST, digest(item))
                .to(Topic.RESOURCES, bucket.scope().toString(), item.configurationItemCaptureTime());
    }

    /** The message of a writer that lets NUL through, where these words stand in it. */
    static ProducerRecord<String, byte[]> withNulFor(String words, ProducerRecord<String, byte[]> message) {
        String json = new String(message.value(), StandardCharsets.UTF_8).replace(words, "\\u0000");
        return new ProducerRecord<>(
                message.topic(), null, message.key(), json.getBytes(StandardCharsets.UTF_8), message.headers());
    }

    static ProducerRecord<String, byte[]> page(Scope scope, String scan, int page, String... ids) {
        return message(EventType.RUN_PAGE, RunPage.of(scope, run(scan), page, rids(scope, ids)), scope, START);
    }

    /** The end of a run whose pages list these ids. */
    static ProducerRecord<String, byte[]> end(Scope scope, String scan, Instant at, int pages, String... ids) {
        IdDigest digest = new IdDigest();
        Arrays.stream(rids(scope, ids)).forEach(digest::add);
        RunEnded ended =
                new RunEnded(scope, run(scan), Outcome.COMPLETE, pages, ids.length, digest.hex(), at, null, null, null);
        return message(EventType.RUN_ENDED, ended, scope, at);
    }

    static ProducerRecord<String, byte[]> end(
            Scope scope, String scan, Instant at, Outcome outcome, String reason, @Nullable String permission) {
        RunEnded ended =
                new RunEnded(scope, run(scan), outcome, 0, 0, new IdDigest().hex(), at, reason, permission, null);
        return message(EventType.RUN_ENDED, ended, scope, at);
    }

    /** A complete run: its begin, the buckets observed a second later, one page, its end. */
    static List<ProducerRecord<String, byte[]>> completeRun(Scope scope, String scan, Instant at, Bucket... buckets) {
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        String[] ids = Arrays.stream(buckets).map(Bucket::id).toArray(String[]::new);
        messages.add(begin(scope, scan, at));
        for (Bucket bucket : buckets) {
            messages.add(item(scan, bucket.observed(at.plusSeconds(1)).in(scope)));
        }
        messages.add(page(scope, scan, 0, ids));
        messages.add(end(scope, scan, at.plusSeconds(2), 1, ids));
        return messages;
    }

    static String digest(ResourceConfiguration item) {
        Map<String, Object> content = new HashMap<>();
        content.put("key", item.key());
        content.put("configuration", item.configuration());
        content.put("supplementaryConfiguration", item.supplementaryConfiguration());
        content.put("tags", item.tags());
        content.put("unread", item.unread());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Json.bytes(content));
            return "1:" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long[] rids(Scope scope, String... ids) {
        return Arrays.stream(ids).mapToLong(id -> ResourceKey.rid(scope, id)).toArray();
    }

    private static ProducerRecord<String, byte[]> message(EventType type, Object payload, Scope scope, Instant at) {
        return event(type, payload).to(Topic.RESOURCES, scope.toString(), at);
    }

    private static Event event(EventType type, Object payload) {
        return Event.of(type, payload, SCANNER).trace(TraceParent.start());
    }

    /** A bucket that passes every control until it is changed. */
    record Bucket(
            Scope scope,
            String id,
            Instant observedAt,
            Map<String, String> tags,
            Map<String, @Nullable Object> configuration,
            Map<String, @Nullable Object> supplementary,
            List<Unread> unread) {

        static Bucket named(String id) {
            return new Bucket(
                    SCOPE,
                    id,
                    START,
                    Map.of(),
                    Map.of("name", id, "encrypted", true, "managed", false, "divisor", 1L, "created", START.toString()),
                    Map.of("bucketPolicy", Map.of("Version", "2012-10-17")),
                    List.of());
        }

        Bucket in(Scope other) {
            return new Bucket(other, id, observedAt, tags, configuration, supplementary, unread);
        }

        Bucket observed(Instant at) {
            return new Bucket(scope, id, at, tags, configuration, supplementary, unread);
        }

        Bucket tagged(String key, String value) {
            return new Bucket(scope, id, observedAt, Map.of(key, value), configuration, supplementary, unread);
        }

        Bucket unencrypted() {
            return with("encrypted", false);
        }

        Bucket with(String field, @Nullable Object value) {
            Map<String, @Nullable Object> changed = new HashMap<>(configuration);
            changed.put(field, value);
            return new Bucket(scope, id, observedAt, tags, changed, supplementary, unread);
        }

        /** AWS says that the supplement is not there. */
        Bucket without(String supplement) {
            Map<String, @Nullable Object> none = new HashMap<>(supplementary);
            none.put(supplement, null);
            return new Bucket(scope, id, observedAt, tags, configuration, none, unread);
        }

        /** Its supplement or field at a path could not be read. */
        Bucket unread(String path) {
            Map<String, @Nullable Object> read = new HashMap<>(configuration);
            read.remove(path.substring(path.indexOf('.') + 1));
            return new Bucket(
                    scope,
                    id,
                    observedAt,
                    tags,
                    read,
                    supplementary,
                    List.of(new Unread(path, "access denied", "rds:DescribeDBInstances")));
        }

        Bucket withoutReadablePolicy() {
            return new Bucket(
                    scope,
                    id,
                    observedAt,
                    tags,
                    configuration,
                    Map.of(),
                    List.of(new Unread(
                            "supplementaryConfiguration.bucketPolicy", "access denied", "s3:GetBucketPolicy")));
        }

        Bucket tooLarge() {
            String reason = "larger than 1 MiB";
            return new Bucket(
                    scope,
                    id,
                    observedAt,
                    tags,
                    Map.of(),
                    Map.of(),
                    List.of(
                            new Unread("configuration", reason, null),
                            new Unread("supplementaryConfiguration", reason, null)));
        }

        ResourceConfiguration item() {
            return new ResourceConfiguration(
                    scope.account(),
                    scope.region(),
                    scope.type(),
                    id,
                    "arn:aws:s3:::" + id,
                    id,
                    tags,
                    observedAt,
                    configuration,
                    supplementary,
                    List.of(),
                    unread);
        }
    }
}
