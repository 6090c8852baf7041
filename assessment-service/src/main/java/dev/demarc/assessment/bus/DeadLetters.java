package dev.demarc.assessment.bus;

import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;

/** Sends what cannot be processed to dead letters, as it came, with the reason and where it stood. */
@ApplicationScoped
public class DeadLetters {
    /** A message and why it cannot be processed. */
    public record DeadLetter(ConsumerRecord<String, byte[]> message, String reason) {}

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Producer<String, byte[]> producer;
    private final MeterRegistry metrics;

    @Inject
    public DeadLetters(KafkaClients clients, MeterRegistry metrics) {
        this(clients.producer("assessment-dead-letters"), metrics);
    }

    public DeadLetters(Producer<String, byte[]> producer, MeterRegistry metrics) {
        this.producer = producer;
        this.metrics = metrics;
    }

    /**
     * Returns once Kafka has all of them.
     *
     * @throws KafkaException where it has not; all may be sent again
     */
    public void send(Topic topic, List<DeadLetter> letters) {
        List<Future<RecordMetadata>> sent = letters.stream()
                .map(letter -> producer.send(record(topic, letter)))
                .toList();
        for (Future<RecordMetadata> each : sent) {
            await(each);
        }
        for (DeadLetter letter : letters) {
            LOG.warnf("%s to %s: %s", origin(letter.message()), topic, letter.reason());
        }
        metrics.counter("demarc.dead.letters", "topic", topic.topicName()).increment(letters.size());
    }

    @PreDestroy
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }

    private static ProducerRecord<String, byte[]> record(Topic topic, DeadLetter letter) {
        ConsumerRecord<String, byte[]> message = letter.message();
        RecordHeaders headers = new RecordHeaders(message.headers().toArray());
        headers.add(EventHeaders.REASON, EventHeaders.bytes(letter.reason()));
        headers.add(EventHeaders.ORIGIN, EventHeaders.bytes(origin(message)));
        return new ProducerRecord<>(topic.topicName(), null, message.key(), message.value(), headers);
    }

    private static String origin(ConsumerRecord<?, ?> message) {
        return message.topic() + '/' + message.partition() + '/' + message.offset();
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
