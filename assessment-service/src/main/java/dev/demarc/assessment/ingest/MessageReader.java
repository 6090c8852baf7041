package dev.demarc.assessment.ingest;

import dev.demarc.assessment.resource.Digest;
import dev.demarc.contracts.MalformedRecordException;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.UnknownEventTypeException;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.RunBegun;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.RunPage;
import dev.demarc.contracts.resource.Scope;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads records of {@code demarc.resources}, a resource configuration by its headers alone. */
public final class MessageReader {
    private MessageReader() {}

    public static Message read(Envelope envelope) {
        ConsumerRecord<String, byte[]> message = envelope.message();
        if (message.key() == null || message.value() == null) {
            return refused(envelope, "has no key or no value; accepted: a scope and a record");
        }
        try {
            EventType type = EventType.of(envelope.typeName());
            return switch (type) {
                case RUN_BEGUN -> {
                    RunBegun begun = Event.read(message, RunBegun.class);
                    yield new Message.Begin(checked(message, begun.scope()), begun);
                }
                case RESOURCE_CONFIGURATION -> item(envelope);
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
                        SCAN_FAILED,
                        SCORECARD,
                        COMPLIANCE_FINDING,
                        FINDING_SUMMARY -> refused(envelope, type + " does not belong on this topic");
            };
        } catch (UnknownEventTypeException | MalformedRecordException | IllegalArgumentException e) {
            return refused(envelope, String.valueOf(e.getMessage()));
        }
    }

    /** The record as one that is refused, with the resource that it is of where it says so. */
    public static Message refused(Envelope envelope, String reason) {
        return envelope.isOfResource()
                ? new Message.Refused(envelope.message(), run(envelope), envelope.rid(), reason)
                : new Message.Poison(envelope.message(), reason);
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

    private static Message.Item item(Envelope envelope) {
        String run = RunId.parse(envelope.runText()).toString();
        long rid = envelope.rid()
                .orElseThrow(() -> new IllegalArgumentException("header %s is '%s'; accepted: 16 hexadecimal digits"
                        .formatted(EventHeaders.RID, envelope.ridText())));
        return new Message.Item(envelope.message(), run, rid, Digest.of(envelope.digestText()));
    }

    private static Optional<String> run(Envelope envelope) {
        byte[] run = envelope.run();
        try {
            return run == null
                    ? Optional.empty()
                    : Optional.of(
                            RunId.parse(new String(run, StandardCharsets.UTF_8)).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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
