package dev.demarc.gateway.live;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.finding.FindingChanges;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.gateway.bus.Feed;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tells listeners where findings were opened or resolved, from now on. */
@Singleton
final class FindingFeed implements Feed {
    /** What listeners are told of a scope's findings. */
    record News(Scope scope, long opened, long resolved) {}

    private final LiveEvents events;

    FindingFeed(LiveEvents events) {
        this.events = events;
    }

    @Override
    public Topic topic() {
        return Topic.FINDINGS;
    }

    @Override
    public Start start() {
        return Start.END;
    }

    @Override
    public void accept(ConsumerRecord<String, byte[]> record, boolean live) {
        if (record.value() != null) {
            FindingChanges changes = Event.read(record, FindingChanges.class);
            events.tell(LiveEvents.Kind.FINDINGS, new News(changes.scope(), changes.opened(), changes.resolved()));
        }
    }
}
