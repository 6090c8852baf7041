package dev.demarc.assessment.catalog;

import dev.demarc.assessment.bus.CompactedTopic;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.Topic;
import dev.demarc.shell.kafka.DeadLetters;
import dev.demarc.shell.kafka.KafkaClients;
import dev.demarc.shell.loop.Loops;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Follows {@code demarc.catalog}: stores each revision, compiles it and judges by it from then on. Where one cannot be
 * judged by, the one before stays.
 */
@ApplicationScoped
public class CatalogConsumer {
    private static final Logger LOG = Logger.getLogger(CatalogConsumer.class);

    private final CompactedTopic topic;
    private final CatalogStore store;
    private final CurrentJudge current;

    public CatalogConsumer(KafkaClients clients, CatalogStore store, CurrentJudge current, DeadLetters deadLetters) {
        this.store = store;
        this.current = current;
        topic = new CompactedTopic(Topic.CATALOG, Topic.CATALOG_DEAD_LETTERS, clients, deadLetters, this::handle);
    }

    void start(@Observes StartupEvent event, Loops loops) {
        loops.start("catalog", topic);
    }

    private void handle(ConsumerRecord<String, byte[]> message) throws SQLException {
        if (message.value() == null) {
            return;
        }
        CatalogRevision revision = Event.read(message, CatalogRevision.class);
        if (current.judgeBy(revision, store)) {
            current.catchUp(store);
            int judging = current.newest().orElseThrow().version().revision();
            LOG.infof("Judging by catalog revision %d", judging);
            if (judging > revision.number()) {
                LOG.warnf(
                        "The catalog has revision %d, and %d was judged by: judging goes on by that until a later one is"
                                + " published",
                        revision.number(), judging);
            }
        }
    }
}
