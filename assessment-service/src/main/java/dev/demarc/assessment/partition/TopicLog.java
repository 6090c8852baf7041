package dev.demarc.assessment.partition;

import dev.demarc.contracts.event.Topic;
import dev.demarc.shell.kafka.KafkaClients;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** Asks Kafka what it holds of the partitions of {@code demarc.resources}. */
@ApplicationScoped
public class TopicLog {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Admin admin;

    public TopicLog(KafkaClients clients) {
        admin = clients.admin("assessment-partitions", PATIENCE);
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ofSeconds(5));
    }

    /** @throws KafkaException where Kafka does not answer */
    LogPosition position(int partition) {
        String topic = Topic.RESOURCES.topicName();
        TopicPartition place = new TopicPartition(topic, partition);
        try {
            Uuid id = admin.describeTopics(List.of(topic))
                    .topicNameValues()
                    .values()
                    .iterator()
                    .next()
                    .get()
                    .topicId();
            long begin = offset(place, OffsetSpec.earliest());
            long end = offset(place, OffsetSpec.latest());
            return new LogPosition(new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits()), begin, end);
        } catch (ExecutionException e) {
            throw new KafkaException("%s cannot be asked about: %s".formatted(place, e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking about " + place, e);
        }
    }

    private long offset(TopicPartition place, OffsetSpec which) throws ExecutionException, InterruptedException {
        return admin.listOffsets(Map.of(place, which))
                .partitionResult(place)
                .get()
                .offset();
    }
}
