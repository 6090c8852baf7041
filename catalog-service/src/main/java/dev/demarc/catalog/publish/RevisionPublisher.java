package dev.demarc.catalog.publish;

import dev.demarc.catalog.revision.RevisionPublished;
import dev.demarc.catalog.revision.Revisions;
import dev.demarc.contracts.catalog.CatalogRevision;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that Kafka has the bus's topics and the current revision: looks at start and after each publication, and
 * looks again with growing pauses for as long as something is missing. The service goes on meanwhile.
 */
@ApplicationScoped
class RevisionPublisher {
    private static final Logger LOG = Logger.getLogger(RevisionPublisher.class);
    private static final int AFTER_IMPORT = 200;

    private final Revisions revisions;
    private final BusTopics bus;
    private final CatalogTopic topic;
    private final Backoff backoff;
    private final ScheduledThreadPoolExecutor worker = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "catalog-publisher");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger onKafka = new AtomicInteger();
    private @Nullable ScheduledFuture<?> next;
    private boolean busIsWhole;

    RevisionPublisher(Revisions revisions, BusTopics bus, CatalogTopic topic, PublishConfig config) {
        this.revisions = revisions;
        this.bus = bus;
        this.topic = topic;
        this.backoff = new Backoff(config.firstPause(), config.longestPause());
    }

    void onStart(@Observes @Priority(AFTER_IMPORT) StartupEvent event) {
        worker.execute(() -> attempt(0));
    }

    void onPublished(@Observes(during = TransactionPhase.AFTER_SUCCESS) RevisionPublished published) {
        worker.execute(() -> attempt(0));
    }

    void onStop(@Observes ShutdownEvent event) {
        worker.shutdownNow();
        topic.close();
    }

    /** The number of the revision that Kafka is known to have, 0 where none is. */
    int onKafka() {
        return onKafka.get();
    }

    private void attempt(int failures) {
        if (next != null) {
            next.cancel(false);
        }
        try {
            completeBus();
            publishIfLacking();
            if (!busIsWhole) {
                retry(failures);
            }
        } catch (KafkaException | PersistenceException e) {
            LOG.warnf("Kafka does not have the current revision yet: %s", e.getMessage());
            retry(failures);
        }
    }

    private void completeBus() {
        if (!busIsWhole) {
            List<String> lacks = bus.complete();
            lacks.forEach(LOG::warn);
            busIsWhole = lacks.isEmpty();
        }
    }

    private void publishIfLacking() {
        CatalogRevision current = revisions.current();
        if (onKafka.get() == current.number() || topic.has(current)) {
            onKafka.set(current.number());
            return;
        }
        topic.write(current);
        onKafka.set(current.number());
        LOG.infof("Published revision %d to Kafka", current.number());
    }

    private void retry(int failures) {
        Duration pause = backoff.pause(failures);
        LOG.warnf("Trying again in %s", pause);
        next = worker.schedule(() -> attempt(failures + 1), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}
