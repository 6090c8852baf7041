package dev.demarc.bench;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.resource.IdDigest;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.RunBegun;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.RunPage;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Source;
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
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Complete runs of scopes full of synthetic buckets, as a scanner sends them; remembers what each scope holds. */
final class SyntheticRuns {
    private static final String SOURCE = "/bench";

    private final int perScope;
    private final Map<Scope, List<ResourceConfiguration>> held = new HashMap<>();
    private int generation;

    SyntheticRuns(int perScope) {
        this.perScope = perScope;
    }

    /** @param changed the share of a scope's buckets that differ from what it held before */
    void send(Scope scope, RunId run, double changed, Consumer<ProducerRecord<String, byte[]>> sink) {
        Instant now = Instant.now();
        List<ResourceConfiguration> buckets = next(scope, changed, now);
        IdDigest digest = new IdDigest();
        long[] rids = buckets.stream()
                .mapToLong(bucket -> bucket.key().rid())
                .peek(digest::add)
                .toArray();
        sink.accept(record(EventType.RUN_BEGUN, new RunBegun(scope, run, Source.LIVE, now), scope, now));
        buckets.forEach(bucket -> sink.accept(configuration(scope, run, bucket, now)));
        int pages = (rids.length + RunPage.LIMIT - 1) / RunPage.LIMIT;
        for (int page = 0; page < pages; page++) {
            long[] ids =
                    Arrays.copyOfRange(rids, page * RunPage.LIMIT, Math.min(rids.length, (page + 1) * RunPage.LIMIT));
            sink.accept(record(EventType.RUN_PAGE, RunPage.of(scope, run, page, ids), scope, now));
        }
        RunEnded end =
                new RunEnded(scope, run, Outcome.COMPLETE, pages, rids.length, digest.hex(), now, null, null, null);
        sink.accept(record(EventType.RUN_ENDED, end, scope, now));
    }

    private List<ResourceConfiguration> next(Scope scope, double changed, Instant now) {
        List<ResourceConfiguration> before = held.getOrDefault(scope, List.of());
        int different = (int) Math.round(perScope * changed);
        generation++;
        List<ResourceConfiguration> buckets = new ArrayList<>(perScope);
        for (int number = 0; number < perScope; number++) {
            boolean stays = number < before.size() && number >= different;
            buckets.add(stays ? before.get(number) : bucket(scope, number, now));
        }
        held.put(scope, buckets);
        return buckets;
    }

    /** The same resource in every generation, whatever its configuration has become. */
    private ResourceConfiguration bucket(Scope scope, int number, Instant now) {
        ResourceConfiguration bucket = SyntheticBuckets.bucket(scope, number + generation, now);
        String id = "bench-bucket-" + number;
        return new ResourceConfiguration(
                bucket.accountId(),
                bucket.awsRegion(),
                bucket.resourceType(),
                id,
                "arn:aws:s3:::" + id,
                id,
                bucket.tags(),
                bucket.configurationItemCaptureTime(),
                bucket.configuration(),
                bucket.supplementaryConfiguration(),
                List.of(),
                List.of());
    }

    private static ProducerRecord<String, byte[]> record(EventType type, Object payload, Scope scope, Instant now) {
        return Event.of(type, payload, SOURCE).to(Topic.RESOURCES, scope.toString(), now);
    }

    private static ProducerRecord<String, byte[]> configuration(
            Scope scope, RunId run, ResourceConfiguration bucket, Instant now) {
        return Event.of(EventType.RESOURCE_CONFIGURATION, bucket, SOURCE)
                .header(EventHeaders.RUN, run.toString())
                .header(
                        EventHeaders.RID,
                        HexFormat.of().toHexDigits(bucket.key().rid()))
                .header(EventHeaders.DIGEST, "1:" + digest(bucket))
                .to(Topic.RESOURCES, scope.toString(), now);
    }

    private static String digest(ResourceConfiguration bucket) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(bucket.key().toString().getBytes(StandardCharsets.UTF_8));
            byte[] hash = sha.digest(Json.bytes(bucket.supplementaryConfiguration()));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
