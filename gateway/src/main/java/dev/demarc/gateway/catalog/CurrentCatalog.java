package dev.demarc.gateway.catalog;

import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.Topic;
import dev.demarc.gateway.bus.Feed;
import dev.demarc.gateway.problem.NotReadyException;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The catalog revision in force, as last published. */
@Singleton
public final class CurrentCatalog implements Feed {
    private volatile @Nullable CatalogView view;

    @Override
    public Topic topic() {
        return Topic.CATALOG;
    }

    @Override
    public void accept(ConsumerRecord<String, byte[]> record, boolean live) {
        if (record.value() != null) {
            view = CatalogView.of(Event.read(record, CatalogRevision.class));
        }
    }

    public Optional<CatalogView> view() {
        return Optional.ofNullable(view);
    }

    /** @throws NotReadyException before the first revision */
    public CatalogView require() {
        return view().orElseThrow(() -> new NotReadyException("No catalog revision has been published yet"));
    }
}
