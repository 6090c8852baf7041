package dev.demarc.assessment.publish;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.finding.ComplianceFinding;
import dev.demarc.contracts.finding.FindingSummary;
import dev.demarc.contracts.scorecard.Scorecard;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What goes to Kafka, with event ids that are the same when it is sent again. */
final class Messages {
    private static final String SOURCE = "/assessment-service";

    private Messages() {}

    /** A tombstone where there is no scorecard any more. */
    static ProducerRecord<String, byte[]> of(Unsent.Card card) {
        byte[] payload = card.payload();
        if (payload == null) {
            return new ProducerRecord<>(Topic.SCORECARDS.topicName(), card.id(), null);
        }
        Scorecard scorecard = Json.read(payload, Scorecard.class);
        return identified(
                traced(Event.of(EventType.SCORECARD, scorecard, SOURCE), card.trace())
                        .to(Topic.SCORECARDS, scorecard.account(), scorecard.computedAt()),
                "scorecard-%s-%d".formatted(scorecard.account(), scorecard.version()));
    }

    /** A finding's change goes by the finding and has its own id; a summary goes by its scope. */
    static ProducerRecord<String, byte[]> of(Unsent.Change outbox) {
        if (outbox.type() == EventType.FINDING_SUMMARY) {
            FindingSummary summary = Json.read(outbox.payload(), FindingSummary.class);
            return identified(
                    traced(Event.of(EventType.FINDING_SUMMARY, summary, SOURCE), outbox.trace())
                            .to(Topic.FINDINGS, summary.scope().toString(), summary.at()),
                    "finding-summary-%d".formatted(outbox.no()));
        }
        ComplianceFinding change = Json.read(outbox.payload(), ComplianceFinding.class);
        return identified(
                traced(Event.of(outbox.type(), change, SOURCE), outbox.trace())
                        .to(Topic.FINDINGS, change.findingInfo().uid(), Instant.ofEpochMilli(change.time())),
                change.metadata().uid());
    }

    private static Event traced(Event event, @Nullable String trace) {
        return Optional.ofNullable(trace)
                .flatMap(TraceParent::read)
                .map(parent -> event.trace(parent.child()))
                .orElse(event);
    }

    private static ProducerRecord<String, byte[]> identified(ProducerRecord<String, byte[]> message, String id) {
        message.headers().remove(EventHeaders.ID).add(EventHeaders.ID, EventHeaders.bytes(id));
        return message;
    }
}
