package dev.demarc.catalog.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.catalog.content.Shipped;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MessageSizeTest {
    private static final int LIMIT = 2 * 1024 * 1024;

    /** Three packed copies are no smaller than three times as much content, packed together. */
    @Test
    void holdsThreeTimesTheShippedContent() {
        int bytes = Event.of(EventType.CATALOG_REVISION, Shipped.CONTENT.revision(), "/catalog-service")
                .compressed()
                .to(Topic.CATALOG, CatalogTopic.CURRENT, Instant.EPOCH)
                .value()
                .length;

        assertThat(3 * bytes).isLessThan(LIMIT);
    }
}
