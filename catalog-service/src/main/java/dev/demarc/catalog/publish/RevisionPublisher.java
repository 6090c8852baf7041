package dev.demarc.catalog.publish;

import dev.demarc.catalog.revision.RevisionPublished;
import dev.demarc.catalog.revision.Revisions;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.shell.loop.BackOff;
import dev.demarc.shell.loop.Loop;
import dev.demarc.shell.loop.Loops;
import dev.demarc.shell.loop.Step;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that Kafka has the bus's topics and the current revision: looks at start, after each publication and now
 * and then, and with growing pauses for as long as something is missing. The service goes on meanwhile.
 */
@ApplicationScoped
class RevisionPublisher implements Step {
    private static final Logger LOG = Logger.getLogger(RevisionPublisher.class);
    private static final int AFTER_IMPORT = 200;

    private final Revisions revisions;
    private final BusTopics bus;
    private final CatalogTopic topic;
    private final PublishConfig config;
    private final AtomicInteger onKafka = new AtomicInteger();
    private boolean busIsWhole;
    private volatile @Nullable Loop loop;

    RevisionPublisher(Revisions revisions, BusTopics bus, CatalogTopic topic, PublishConfig config) {
        this.revisions = revisions;
        this.bus = bus;
        this.topic = topic;
        this.config = config;
    }

    void onStart(@Observes @Priority(AFTER_IMPORT) StartupEvent event, Loops loops) {
        loop = loops.start("catalog-publisher", this, new BackOff(config.firstPause(), config.longestPause()));
    }

    void onPublished(@Observes(during = TransactionPhase.AFTER_SUCCESS) RevisionPublished published) {
        Loop running = loop;
        if (running != null) {
            running.wake();
        }
    }

    /** The number of the revision that Kafka is known to have, 0 where none is. */
    int onKafka() {
        return onKafka.get();
    }

    @Override
    public Duration turn() {
        completeBus();
        publishIfLacking();
        return busIsWhole ? config.lookAgain() : config.longestPause();
    }

    @Override
    public void close() {
        topic.close();
    }

    private void completeBus() {
        if (!busIsWhole) {
            List<String> lacks = bus.complete();
            lacks.forEach(LOG::warn);
            busIsWhole = lacks.isEmpty();
        }
    }

    private void publishIfLacking() {
        if (onKafka.get() == revisions.current().number()) {
            return;
        }
        Optional<CatalogRevision> there = topic.current();
        CatalogRevision current = there.map(this::beyond).orElseGet(revisions::current);
        if (!there.equals(Optional.of(current))) {
            topic.write(current);
            LOG.infof("Published revision %d to Kafka", current.number());
        }
        onKafka.set(current.number());
    }

    private CatalogRevision beyond(CatalogRevision there) {
        int before = revisions.current().number();
        CatalogRevision current = revisions.newestBeyond(there);
        if (current.number() > before && before <= there.number()) {
            LOG.warnf(
                    "Kafka has another revision %d than the database, whose newest was %d: the database was restored, and"
                            + " what it holds is revision %d from now on",
                    there.number(), before, current.number());
        }
        return current;
    }
}
