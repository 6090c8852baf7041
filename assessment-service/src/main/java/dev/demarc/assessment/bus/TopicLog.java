package dev.demarc.assessment.bus;

import dev.demarc.contracts.event.Topic;
import dev.demarc.shell.kafka.KafkaClients;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** Asks Kafka what it holds of topics and their partitions. */
@ApplicationScoped
public class TopicLog {
    private interface Question<T> {
        T answer() throws ExecutionException, InterruptedException;
    }

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Admin admin;

    public TopicLog(KafkaClients clients) {
        admin = clients.admin("assessment-partitions", PATIENCE);
    }

    @PreDestroy
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }

    /** @throws KafkaException where Kafka does not answer */
    public LogPosition position(Topic topic, int partition) {
        TopicPartition place = new TopicPartition(topic.topicName(), partition);
        return ask(
                place,
                () -> new LogPosition(
                        uuid(description(topic).topicId()),
                        offset(place, OffsetSpec.earliest()).offset(),
                        offset(place, OffsetSpec.latest()).offset()));
    }

    /** @throws KafkaException where Kafka does not answer */
    public UUID id(Topic topic) {
        return ask(topic, () -> uuid(description(topic).topicId()));
    }

    /** @throws KafkaException where Kafka does not answer */
    public int partitions(Topic topic) {
        return ask(topic, () -> description(topic).partitions().size());
    }

    /**
     * The first offset that came at an instant or later, the end where none did.
     *
     * @throws KafkaException where Kafka does not answer
     */
    public long offsetAt(Topic topic, int partition, Instant at) {
        TopicPartition place = new TopicPartition(topic.topicName(), partition);
        return ask(place, () -> {
            long end = offset(place, OffsetSpec.latest()).offset();
            long then =
                    offset(place, OffsetSpec.forTimestamp(at.toEpochMilli())).offset();
            return then < 0 ? end : then;
        });
    }

    private TopicDescription description(Topic topic) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(topic.topicName()))
                .topicNameValues()
                .values()
                .iterator()
                .next()
                .get();
    }

    private ListOffsetsResultInfo offset(TopicPartition place, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        return admin.listOffsets(Map.of(place, which)).partitionResult(place).get();
    }

    private static UUID uuid(Uuid id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    private static <T> T ask(Object about, Question<T> question) {
        try {
            return question.answer();
        } catch (ExecutionException e) {
            throw new KafkaException("%s cannot be asked about: %s".formatted(about, e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking about " + about, e);
        }
    }
}
