package dev.demarc.catalog.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.catalog.EmbeddedCatalog;
import dev.demarc.catalog.revision.Revisions;
import dev.demarc.contracts.catalog.CatalogRevision;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@EmbeddedCatalog
class RevisionPublisherTest {
    @Inject
    Revisions revisions;

    @Inject
    CatalogTopic topic;

    @Test
    void bringsTheCurrentRevisionToKafkaAtStart() {
        CatalogRevision current = revisions.current();

        await().untilAsserted(() -> assertThat(topic.has(current)).isTrue());
    }
}
