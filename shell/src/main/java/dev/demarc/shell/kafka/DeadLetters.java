package dev.demarc.shell.kafka;

import dev.demarc.contracts.event.Topic;
import io.micrometer.core.instrument.MeterRegistry;
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
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends what cannot be processed to dead letters, as it came, with the reason and where it stood. */
@Singleton
public final class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final String METRIC = "demarc.dead.letters";

    private final Supplier<Producer<String, byte[]>> producers;
    private final MeterRegistry metrics;
    private @Nullable Producer<String, byte[]> producer;

    @Inject
    DeadLetters(KafkaClients clients, MeterRegistry metrics) {
        this(() -> clients.producer("demarc-dead-letters", Map.of()), metrics);
    }

    /** @param producers makes the producer when the first letter is sent */
    public DeadLetters(Supplier<Producer<String, byte[]>> producers, MeterRegistry metrics) {
        this.producers = producers;
        this.metrics = metrics;
    }

    /**
     * Returns once Kafka has all of them.
     *
     * @throws KafkaException where it has not; all may be sent again
     */
    public void send(Topic topic, List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        Producer<String, byte[]> sending = producer();
        List<Future<RecordMetadata>> sent =
                letters.stream().map(letter -> sending.send(letter.to(topic))).toList();
        sent.forEach(DeadLetters::await);
        for (DeadLetter letter : letters) {
            LOG.warnf("%s to %s: %s", letter.origin(), topic, letter.reason());
        }
        metrics.counter(METRIC, "topic", topic.topicName()).increment(letters.size());
    }

    @PreDestroy
    public synchronized void close() {
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

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new KafkaException("a dead letter could not be sent", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while a dead letter was sent", e);
        }
    }
}
