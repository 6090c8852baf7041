package dev.demarc.gateway.scan;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.ScanFailed;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.gateway.bus.Feed;
import dev.demarc.gateway.live.LiveEvents;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Follows how far scans are, and which could not be planned. */
@Singleton
final class ProgressFeed implements Feed {
    /** What listeners are told of a scan: of one scope, or without a scope that none could be planned. */
    record News(
            String scan,
            @Nullable Scope scope,
            ScanProgress.@Nullable Phase phase,
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
        if (Event.typeOf(record) == EventType.SCAN_FAILED) {
            ScanFailed failed = Event.read(record, ScanFailed.class);
            if (scans.failed(failed) && live) {
                events.tell(LiveEvents.Kind.SCAN, null, new News(failed.scan(), null, null, Outcome.FAILED));
            }
            return;
        }
        ScanProgress progress = Event.read(record, ScanProgress.class);
        if (scans.progress(progress) && live) {
            events.tell(
                    LiveEvents.Kind.SCAN,
                    progress.scope().account(),
                    new News(progress.run().scan(), progress.scope(), progress.phase(), progress.outcome()));
        }
    }
}
