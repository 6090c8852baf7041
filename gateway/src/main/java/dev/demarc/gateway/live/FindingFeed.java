package dev.demarc.gateway.live;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.finding.ComplianceFinding;
import dev.demarc.contracts.finding.ComplianceFinding.Activity;
import dev.demarc.contracts.finding.FindingSummary;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.gateway.bus.Feed;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Tells listeners which findings changed, or of how many findings of a scope, from now on. */
@Singleton
final class FindingFeed implements Feed {
    /**
     * What listeners are told of a scope's findings.
     *
     * @param finding the one that changed, null where a summary tells of many
     * @param changed those that stay open with another owner
     */
    record News(Scope scope, @Nullable String finding, long opened, long changed, long resolved) {
        private static News of(ComplianceFinding event) {
            Activity activity = event.activityId();
            return new News(
                    event.scope(),
                    event.findingInfo().uid(),
                    activity == Activity.CREATE ? 1 : 0,
                    activity == Activity.UPDATE ? 1 : 0,
                    activity == Activity.CLOSE ? 1 : 0);
        }

        private static News of(FindingSummary summary) {
            return new News(summary.scope(), null, summary.opened(), summary.changed(), summary.resolved());
        }
    }

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
            News news = Event.typeOf(record) == EventType.FINDING_SUMMARY
                    ? News.of(Event.read(record, FindingSummary.class))
                    : News.of(Event.read(record, ComplianceFinding.class));
            events.tell(LiveEvents.Kind.FINDINGS, news.scope().account(), news);
        }
    }
}
