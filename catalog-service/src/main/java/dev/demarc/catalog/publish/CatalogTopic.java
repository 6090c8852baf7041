package dev.demarc.catalog.publish;

import dev.demarc.contracts.MalformedRecordException;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.event.UnknownEventTypeException;
import dev.demarc.shell.kafka.KafkaClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The topic {@code demarc.catalog}, whose one key holds the current revision. */
@ApplicationScoped
class CatalogTopic {
    static final String CURRENT = "current";

    private final KafkaClients clients;
    private final Duration patience;
    private final Clock clock;
    private @Nullable Producer<String, byte[]> producer;

    CatalogTopic(KafkaClients clients, PublishConfig config, Clock clock) {
        this.clients = clients;
        this.patience = config.patience();
        this.clock = clock;
    }

    /** The revision of the topic's newest record; empty where there is none, or none that can be read. */
    Optional<CatalogRevision> current() {
        try (Consumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.CATALOG.topicName(), patience).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, patience);
            Optional<CatalogRevision> current = Optional.empty();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey(), patience) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(patience)) {
                    if (CURRENT.equals(message.key())) {
                        current = revision(message);
                    }
                }
            }
            return current;
        }
    }

    /** Returns when Kafka has it on all in-sync replicas. */
    void write(CatalogRevision revision) {
        try {
            producer()
                    .send(Event.of(EventType.CATALOG_REVISION, revision, "/catalog-service")
                            .trace(TraceParent.start())
                            .compressed()
                            .to(Topic.CATALOG, CURRENT, clock.instant()))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka refused revision " + revision.number(), e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka did not answer within " + patience, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted", e);
        }
    }

    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private static Optional<CatalogRevision> revision(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Event.read(message, CatalogRevision.class));
        } catch (UnknownEventTypeException | MalformedRecordException e) {
            return Optional.empty();
        }
    }

    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = clients.producer(
                    "catalog-service",
                    Map.of(
                            ProducerConfig.COMPRESSION_TYPE_CONFIG,
                            "none",
                            ProducerConfig.MAX_BLOCK_MS_CONFIG,
                            patience.toMillis(),
                            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            (int) patience.toMillis(),
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                            (int) patience.toMillis(),
                            ProducerConfig.LINGER_MS_CONFIG,
                            0));
        }
        return producer;
    }

    private Consumer<String, byte[]> consumer() {
        return clients.consumer("catalog-service-look", Map.of(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int)
                patience.toMillis()));
    }
}
