package dev.demarc.gateway.scan;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.gateway.bus.Feed;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Learns which scans were asked for; a tombstone forgets one. */
@Singleton
final class ScanFeed implements Feed {
    private final Scans scans;

    ScanFeed(Scans scans) {
        this.scans = scans;
    }

    @Override
    public Topic topic() {
        return Topic.SCANS;
    }

    @Override
    public void accept(ConsumerRecord<String, byte[]> record, boolean live) {
        if (record.value() == null) {
            scans.remove(record.key());
        } else {
            scans.request(Event.read(record, ScanRequest.class));
        }
    }
}
