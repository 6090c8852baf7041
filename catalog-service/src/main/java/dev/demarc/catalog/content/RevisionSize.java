package dev.demarc.catalog.content;

import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import java.util.List;

/** Whether Kafka takes a revision: one that is too large would be current here and nowhere else. */
final class RevisionSize {
    /** A third less than Kafka takes, so that what travels beside the content has room. */
    static final int MOST_BYTES = Topic.MAX_MESSAGE_BYTES / 3 * 2;

    private RevisionSize() {}

    static List<CatalogProblem> problems(CatalogRevision revision) {
        int bytes = Event.of(EventType.CATALOG_REVISION, revision, "/catalog-service")
                .compressed()
                .size();
        return bytes <= MOST_BYTES
                ? List.of()
                : List.of(new CatalogProblem(
                        "catalog", "takes %d bytes, compressed; accepted: up to %d".formatted(bytes, MOST_BYTES)));
    }
}
