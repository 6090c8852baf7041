package dev.demarc.bench.ingest;

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
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One complete run of a scope, message by message, as a scanner sends it. */
public final class RunMessages {
    private static final String SOURCE = "/bench";

    private RunMessages() {}

    /** @param now what the scanner's clock says */
    public static void send(
            Scope scope,
            RunId run,
            Instant now,
            List<ResourceConfiguration> resources,
            Consumer<ProducerRecord<String, byte[]>> sink) {
        IdDigest digest = new IdDigest();
        long[] rids = resources.stream()
                .mapToLong(resource -> resource.key().rid())
                .peek(digest::add)
                .toArray();
        sink.accept(record(EventType.RUN_BEGUN, new RunBegun(scope, run, Source.LIVE, now), scope, now));
        resources.forEach(resource -> sink.accept(configuration(scope, run, resource, now)));
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

    private static ProducerRecord<String, byte[]> record(EventType type, Object payload, Scope scope, Instant now) {
        return Event.of(type, payload, SOURCE).to(Topic.RESOURCES, scope.toString(), now);
    }

    private static ProducerRecord<String, byte[]> configuration(
            Scope scope, RunId run, ResourceConfiguration resource, Instant now) {
        return Event.of(EventType.RESOURCE_CONFIGURATION, resource, SOURCE)
                .header(EventHeaders.RUN, run.toString())
                .header(
                        EventHeaders.RID,
                        HexFormat.of().toHexDigits(resource.key().rid()))
                .header(EventHeaders.DIGEST, "1:" + digest(resource))
                .to(Topic.RESOURCES, scope.toString(), now);
    }

    private static String digest(ResourceConfiguration resource) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(resource.key().toString().getBytes(StandardCharsets.UTF_8));
            byte[] hash = sha.digest(Json.bytes(
                    List.of(resource.tags(), resource.configuration(), resource.supplementaryConfiguration())));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
