package dev.demarc.e2e;

import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Unread;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What is broken in a run on its way, and what may still be known by it. */
enum ChaosSpoil {
    NOTHING(Leaves.ALL),
    /** The trace is dropped, its record counts. */
    TRACE(Leaves.ALL),
    TIME(Leaves.ALL),
    DIGEST(Leaves.ALL_BUT_THE_FIRST),
    NO_JSON(Leaves.ALL_BUT_THE_FIRST),
    /** Nobody can tell which resource it was, so that its run's listing does not count. */
    RID(Leaves.NO_LISTING);

    private enum Leaves {
        ALL,
        ALL_BUT_THE_FIRST,
        NO_LISTING
    }

    private static final String REFUSED = "its configuration was refused";

    private final Leaves leaves;

    ChaosSpoil(Leaves leaves) {
        this.leaves = leaves;
    }

    /** Breaks the run's first resource. */
    List<ProducerRecord<String, byte[]>> spoil(List<ProducerRecord<String, byte[]>> messages) {
        List<ProducerRecord<String, byte[]>> spoiled = new ArrayList<>(messages);
        spoiled.set(1, broken(spoiled.get(1)));
        return spoiled;
    }

    boolean endsInAListing() {
        return leaves != Leaves.NO_LISTING;
    }

    /** What is known of a run's resources that were all known before. */
    List<ResourceConfiguration> known(List<ResourceConfiguration> resources) {
        return switch (leaves) {
            case ALL, NO_LISTING -> resources;
            case ALL_BUT_THE_FIRST ->
                Stream.concat(
                                Stream.of(unread(resources.get(0))),
                                resources.stream().skip(1))
                        .toList();
        };
    }

    private ProducerRecord<String, byte[]> broken(ProducerRecord<String, byte[]> message) {
        return switch (this) {
            case NOTHING -> message;
            case TRACE -> header(message, EventHeaders.TRACE_PARENT, "00-not-a-trace-01");
            case TIME -> header(message, EventHeaders.TIME, "yesterday");
            case DIGEST -> header(message, EventHeaders.DIGEST, "1:none");
            case NO_JSON ->
                header(
                        value(message, "{\"accountId\":".getBytes(StandardCharsets.UTF_8)),
                        EventHeaders.DIGEST,
                        "1:" + "0f".repeat(16));
            case RID -> header(message, EventHeaders.RID, "none");
        };
    }

    private static ProducerRecord<String, byte[]> header(
            ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().remove(name).add(name, EventHeaders.bytes(value));
        return message;
    }

    private static ProducerRecord<String, byte[]> value(ProducerRecord<String, byte[]> message, byte[] value) {
        return new ProducerRecord<>(message.topic(), null, message.key(), value, message.headers());
    }

    private static ResourceConfiguration unread(ResourceConfiguration resource) {
        return new ResourceConfiguration(
                resource.accountId(),
                resource.awsRegion(),
                resource.resourceType(),
                resource.resourceId(),
                resource.arn(),
                resource.resourceName(),
                Map.of(),
                resource.configurationItemCaptureTime(),
                Map.of(),
                Map.of(),
                List.of(),
                Stream.of("configuration", "supplementaryConfiguration", "tags")
                        .map(path -> new Unread(path, REFUSED, null))
                        .toList());
    }
}
