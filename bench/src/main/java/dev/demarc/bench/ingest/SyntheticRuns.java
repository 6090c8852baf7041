package dev.demarc.bench.ingest;

import dev.demarc.bench.judge.SyntheticBuckets;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Complete runs of scopes full of synthetic buckets, as a scanner sends them; remembers what each scope holds. */
final class SyntheticRuns {
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
        RunMessages.send(scope, run, now, buckets, sink);
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
}
