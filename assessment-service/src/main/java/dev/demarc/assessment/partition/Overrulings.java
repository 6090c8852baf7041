package dev.demarc.assessment.partition;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.shell.kafka.KafkaClients;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells whoever follows a scan or an import of readings that another one overrules. */
@Singleton
final class Overrulings {
    private static final Logger LOG = Logger.getLogger(Overrulings.class);
    private static final String SOURCE = "/assessment-service";

    private final Supplier<Producer<String, byte[]>> producers;
    private @Nullable Producer<String, byte[]> producer;

    @Inject
    Overrulings(KafkaClients clients) {
        this(() -> clients.producer("assessment-overrulings", Map.of()));
    }

    /** @param producers makes the producer when the first is told */
    Overrulings(Supplier<Producer<String, byte[]>> producers) {
        this.producers = producers;
    }

    /**
     * Returns once Kafka has all of them, or says that it will never take them: what is stored does not wait for that.
     *
     * @throws KafkaException where it has not; all may be sent again
     */
    void send(List<ScanProgress> overruled) {
        if (overruled.isEmpty()) {
            return;
        }
        Producer<String, byte[]> sending = producer();
        List<Future<RecordMetadata>> sent =
                overruled.stream().map(each -> sending.send(message(each))).toList();
        sent.forEach(Overrulings::await);
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }

    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = producers.get();
        }
        return producer;
    }

    private static ProducerRecord<String, byte[]> message(ScanProgress progress) {
        return Event.of(EventType.SCAN_PROGRESS, progress, SOURCE)
                .to(Topic.SCAN_PROGRESS, progress.run().scan(), progress.at());
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof AuthorizationException)) {
                throw new KafkaException("an overruled reading could not be told", e.getCause());
            }
            LOG.warnf("overruled readings cannot be told: %s", e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while an overruled reading was told", e);
        }
    }
}
