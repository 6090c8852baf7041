package dev.demarc.assessment.catalog;

import dev.demarc.assessment.bus.CompactedTopic;
import dev.demarc.assessment.bus.DeadLetters;
import dev.demarc.assessment.bus.DeadLetters.DeadLetter;
import dev.demarc.assessment.bus.KafkaClients;
import dev.demarc.contracts.MalformedRecordException;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.event.UnknownEventTypeException;
import dev.demarc.engine.CatalogException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Follows {@code demarc.catalog}: stores each revision, compiles it and judges by it from then on. */
@ApplicationScoped
public class CatalogConsumer {
    private static final Logger LOG = Logger.getLogger(CatalogConsumer.class);

    private final CompactedTopic topic;
    private final CatalogStore store;
    private final CurrentJudge current;
    private final DeadLetters deadLetters;

    public CatalogConsumer(KafkaClients clients, CatalogStore store, CurrentJudge current, DeadLetters deadLetters) {
        this.store = store;
        this.current = current;
        this.deadLetters = deadLetters;
        topic = new CompactedTopic(Topic.CATALOG, clients, this::handle);
    }

    void start(@Observes StartupEvent event) {
        topic.start();
    }

    void stop(@Observes ShutdownEvent event) {
        topic.close();
    }

    private void handle(ConsumerRecord<String, byte[]> message) throws SQLException {
        if (message.value() == null) {
            return;
        }
        try {
            CatalogRevision revision = Event.read(message, CatalogRevision.class);
            if (current.judgeBy(revision, store)) {
                LOG.infof("Judging by catalog revision %d", revision.number());
            }
        } catch (MalformedRecordException | UnknownEventTypeException | CatalogException e) {
            LOG.errorf("A catalog revision cannot be judged by, the one before stays: %s", e.getMessage());
            deadLetters.send(
                    Topic.CATALOG_DEAD_LETTERS, List.of(new DeadLetter(message, String.valueOf(e.getMessage()))));
        }
    }
}
