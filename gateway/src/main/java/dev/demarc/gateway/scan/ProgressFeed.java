package dev.demarc.gateway.scan;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.gateway.bus.Feed;
import dev.demarc.gateway.live.LiveEvents;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Follows how far scans are. */
@Singleton
final class ProgressFeed implements Feed {
    /** What listeners are told of a scan. */
    record News(
            String scan,
            Scope scope,
            ScanProgress.Phase phase,
            @Nullable Outcome outcome) {}

    private final Scans scans;
    private final LiveEvents events;

    ProgressFeed(Scans scans, LiveEvents events) {
        this.scans = scans;
        this.events = events;
    }

    @Override
    public Topic topic() {
        return Topic.SCAN_PROGRESS;
    }

    @Override
    public Start start() {
        return Start.RECENT;
    }

    @Override
    public void accept(ConsumerRecord<String, byte[]> record, boolean live) {
        if (record.value() == null) {
            return;
        }
        ScanProgress progress = Event.read(record, ScanProgress.class);
        if (scans.progress(progress) && live) {
            events.tell(
                    LiveEvents.Kind.SCAN,
                    new News(progress.run().scan(), progress.scope(), progress.phase(), progress.outcome()));
        }
    }
}
