package dev.demarc.assessment.publish;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.finding.FindingChanges;
import dev.demarc.contracts.finding.FindingChanges.Change;
import dev.demarc.contracts.finding.FindingChanges.State;
import dev.demarc.contracts.scorecard.Scorecard;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What goes to Kafka, with event ids that are the same when it is sent again. */
final class Messages {
    /** So many changes of any length stay within the largest record. */
    static final int MOST_CHANGES = 5_000;

    private static final String SOURCE = "/assessment-service";

    private Messages() {}

    static ProducerRecord<String, byte[]> of(Unsent.Card card) {
        Scorecard scorecard = Json.read(card.payload(), Scorecard.class);
        return identified(
                traced(Event.of(EventType.SCORECARD, scorecard, SOURCE), card.trace())
                        .to(Topic.SCORECARDS, scorecard.account(), scorecard.computedAt()),
                "scorecard-%s-%d".formatted(scorecard.account(), scorecard.version()));
    }

    /** One message, or several where one would be too large. */
    static List<ProducerRecord<String, byte[]>> of(Unsent.Change outbox) {
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        for (FindingChanges part : parts(Json.read(outbox.payload(), FindingChanges.class))) {
            messages.add(identified(
                    traced(Event.of(EventType.FINDING_CHANGES, part, SOURCE), outbox.trace())
                            .to(Topic.FINDINGS, part.scope().toString(), part.at()),
                    "finding-changes-%d-%d".formatted(outbox.no(), messages.size())));
        }
        return messages;
    }

    private static List<FindingChanges> parts(FindingChanges whole) {
        List<Change> changes = whole.changes();
        if (changes.size() <= MOST_CHANGES) {
            return List.of(whole);
        }
        List<FindingChanges> parts = new ArrayList<>();
        for (int from = 0; from < changes.size(); from += MOST_CHANGES) {
            List<Change> some = changes.subList(from, Math.min(changes.size(), from + MOST_CHANGES));
            long opened = some.stream()
                    .filter(change -> change.state() == State.OPENED)
                    .count();
            parts.add(new FindingChanges(whole.scope(), whole.at(), whole.cause(), opened, some.size() - opened, some));
        }
        return parts;
    }

    private static Event traced(Event event, @Nullable String trace) {
        return trace == null ? event : event.trace(TraceParent.parse(trace).child());
    }

    private static ProducerRecord<String, byte[]> identified(ProducerRecord<String, byte[]> message, String id) {
        message.headers().remove(EventHeaders.ID).add(EventHeaders.ID, EventHeaders.bytes(id));
        return message;
    }
}
