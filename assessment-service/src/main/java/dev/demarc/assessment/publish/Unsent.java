package dev.demarc.assessment.publish;

import dev.demarc.contracts.event.EventType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is committed here and not yet known to be on Kafka, each list in the order to send it. */
record Unsent(List<Card> cards, List<Change> changes) {
    Unsent {
        cards = List.copyOf(cards);
        changes = List.copyOf(changes);
    }

    static final Unsent NOTHING = new Unsent(List.of(), List.of());

    boolean isEmpty() {
        return cards.isEmpty() && changes.isEmpty();
    }

    /** @param payload a scorecard as JSON, null where there is none any more */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Card(
            int account,
            String id,
            long version,
            byte @Nullable [] payload,
            @Nullable String trace) {}

    /**
     * @param no its number in the outbox, which makes the id of an event that has none of its own
     * @param type the event's type
     * @param payload the event as JSON
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Change(
            long no,
            EventType type,
            byte[] payload,
            @Nullable String trace) {}
}
