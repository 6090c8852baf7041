package dev.demarc.assessment.ingest;

import dev.demarc.assessment.resource.Digest;
import dev.demarc.contracts.MalformedRecordException;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.UnknownEventTypeException;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.RunBegun;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.RunPage;
import dev.demarc.contracts.resource.Scope;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads records of {@code demarc.resources}, a resource configuration by its headers alone. */
public final class MessageReader {
    private static final Pattern RID = Pattern.compile("[0-9a-f]{16}");

    private MessageReader() {}

    /** The digest in a record's headers, which only resource configurations have; empty where there is none. */
    public static Optional<Digest> digestOf(ConsumerRecord<String, byte[]> message) {
        Header digest = message.headers().lastHeader(EventHeaders.DIGEST);
        return digest == null ? Optional.empty() : Digest.parse(digest.value());
    }

    /** The rid in a record's headers; empty where there is none that can be read. */
    public static Optional<Long> ridOf(ConsumerRecord<String, byte[]> message) {
        return EventHeaders.text(message.headers(), EventHeaders.RID)
                .filter(rid -> RID.matcher(rid).matches())
                .map(HexFormat::fromHexDigitsToLong);
    }

    public static Message read(ConsumerRecord<String, byte[]> message) {
        if (message.key() == null || message.value() == null) {
            return new Message.Poison(message, "has no key or no value; accepted: a scope and a record");
        }
        try {
            return switch (Event.typeOf(message)) {
                case RUN_BEGUN -> {
                    RunBegun begun = Event.read(message, RunBegun.class);
                    yield new Message.Begin(checked(message, begun.scope()), begun);
                }
                case RESOURCE_CONFIGURATION -> item(message);
                case RUN_PAGE -> {
                    RunPage page = Event.read(message, RunPage.class);
                    yield new Message.Page(checked(message, page.scope()), page);
                }
                case RUN_ENDED -> {
                    RunEnded ended = Event.read(message, RunEnded.class);
                    yield new Message.End(checked(message, ended.scope()), ended);
                }
                case CATALOG_REVISION,
                        ACCOUNT,
                        SCAN_REQUEST,
                        SCAN_TASK,
                        SCAN_PROGRESS,
                        SCORECARD,
                        COMPLIANCE_FINDING,
                        FINDING_SUMMARY ->
                    new Message.Poison(message, Event.typeOf(message) + " does not belong on this topic");
            };
        } catch (UnknownEventTypeException | MalformedRecordException | IllegalArgumentException e) {
            return new Message.Poison(message, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Parses a resource configuration of a scope.
     *
     * @throws MalformedRecordException where it is not one
     * @throws IllegalArgumentException where it is not the one that its key and headers name
     */
    public static ResourceConfiguration parse(Message.Item item, Scope scope) {
        ResourceConfiguration parsed = Event.read(item.record(), ResourceConfiguration.class);
        boolean ofScope = parsed.accountId().equals(scope.account())
                && parsed.awsRegion().equals(scope.region())
                && parsed.resourceType().equals(scope.type());
        if (!ofScope) {
            checked(item.record(), parsed.scope());
        }
        long rid = ResourceKey.rid(scope, parsed.resourceId());
        if (rid != item.rid()) {
            throw new IllegalArgumentException("%s is %s; the resource '%s' has %s"
                    .formatted(EventHeaders.RID, hex(item.rid()), parsed.resourceId(), hex(rid)));
        }
        refuseNul(parsed.resourceId(), "resourceId");
        refuseNul(parsed.resourceName(), "resourceName");
        refuseNul(parsed.arn(), "arn");
        parsed.tags().forEach((key, value) -> refuseNul(value, "tag " + key));
        return parsed;
    }

    private static Message.Item item(ConsumerRecord<String, byte[]> message) {
        String run = RunId.parse(header(message, EventHeaders.RUN)).toString();
        long rid = ridOf(message)
                .orElseThrow(() -> new IllegalArgumentException("header %s is '%s'; accepted: 16 hexadecimal digits"
                        .formatted(EventHeaders.RID, header(message, EventHeaders.RID))));
        Digest digest = Digest.of(EventHeaders.bytes(header(message, EventHeaders.DIGEST)));
        return new Message.Item(message, run, rid, digest);
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return EventHeaders.text(message.headers(), name)
                .orElseThrow(() -> new IllegalArgumentException("header " + name + " is missing"));
    }

    private static ConsumerRecord<String, byte[]> checked(ConsumerRecord<String, byte[]> message, Scope scope) {
        if (!scope.toString().equals(message.key())) {
            throw new IllegalArgumentException("is about scope %s; its key says '%s'".formatted(scope, message.key()));
        }
        return message;
    }

    private static void refuseNul(@Nullable String text, String name) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(name + " holds the character NUL; accepted: text without it");
        }
    }

    private static String hex(long rid) {
        return HexFormat.of().toHexDigits(rid);
    }
}
