package dev.demarc.assessment.partition;

import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.Topic;
import dev.demarc.embedded.EmbeddedKafka;
import dev.demarc.embedded.EmbeddedPostgres;
import dev.demarc.embedded.PostgresSettings;
import dev.demarc.embedded.TopicSpec;
import dev.demarc.shell.kafka.KafkaClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** A Kafka and a PostgreSQL of a test's own, which it may stop and start. */
final class Stack implements AutoCloseable {
    static final int PARTITIONS = 2;

    private final Deque<AutoCloseable> begun = new ArrayDeque<>();
    private final EmbeddedKafka kafka;
    private final EmbeddedPostgres postgres;
    private final Database database;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicInteger sent = new AtomicInteger();

    Stack(Path folder) {
        QuietKafka.please();
        boolean started = false;
        try {
            kafka = begun(EmbeddedKafka.start(
                    folder.resolve("kafka"),
                    0,
                    Arrays.stream(Topic.values()).map(Stack::spec).toList()));
            postgres = begun(EmbeddedPostgres.start(folder.resolve("postgres"), 0, PostgresSettings.forTests()));
            postgres.createDatabase("demarc");
            database = begun(Database.at(postgres.jdbcUrl("demarc"), postgres.user(), postgres.password()));
            producer = begun(clients().producer("test", Map.of()));
            started = true;
        } finally {
            if (!started) {
                close();
            }
        }
    }

    private <T extends AutoCloseable> T begun(T part) {
        begun.push(part);
        return part;
    }

    private KafkaClients clients() {
        return new KafkaClients(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    private static TopicSpec spec(Topic topic) {
        return new TopicSpec(
                topic.topicName(), topic == Topic.RESOURCES ? PARTITIONS : topic.partitions(), topic.settings());
    }

    EmbeddedKafka kafka() {
        return kafka;
    }

    EmbeddedPostgres postgres() {
        return postgres;
    }

    Database database() {
        return database;
    }

    RunningInstance instance(TestConfig config) {
        return new RunningInstance(kafka.bootstrapServers(), database.source(), config);
    }

    void send(List<ProducerRecord<String, byte[]>> messages) {
        List<Future<RecordMetadata>> sending =
                messages.stream().map(producer::send).toList();
        try {
            for (Future<RecordMetadata> each : sending) {
                each.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        sent.addAndGet(messages.size());
    }

    /** Whether everything that was sent is committed in the database. */
    boolean allIsIngested() {
        return database.number("SELECT coalesce(sum(next_offset), 0) FROM partition_state") == sent.get();
    }

    /** The reasons of all dead letters of resources, with the keys of their messages. */
    Map<String, String> deadLetters() {
        Map<String, String> reasons = new HashMap<>();
        TopicPartition place = new TopicPartition(Topic.RESOURCES_DEAD_LETTERS.topicName(), 0);
        try (KafkaConsumer<String, byte[]> consumer = clients().consumer("test", Map.of())) {
            consumer.assign(List.of(place));
            consumer.seekToBeginning(List.of(place));
            for (ConsumerRecord<String, byte[]> letter : consumer.poll(Duration.ofSeconds(1))) {
                String reason =
                        EventHeaders.text(letter.headers(), EventHeaders.REASON).orElseThrow();
                reasons.merge(
                        EventHeaders.text(letter.headers(), EventHeaders.KEY).orElseThrow(),
                        reason,
                        (one, other) -> one + "; " + other);
            }
        }
        return reasons;
    }

    /** Makes the topic anew, empty. */
    void loseTheTopic() {
        try (Admin admin = clients().admin("test", Duration.ofSeconds(10))) {
            admin.deleteTopics(List.of(Topic.RESOURCES.topicName())).all().get();
            kafka.stop();
            kafka.start();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Drops what stands before the end of each partition, as retention would. */
    void loseWhatIsThere() {
        try (Admin admin = clients().admin("test", Duration.ofSeconds(10))) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                admin.deleteRecords(Map.of(
                                new TopicPartition(Topic.RESOURCES.topicName(), partition),
                                RecordsToDelete.beforeOffset(-1)))
                        .all()
                        .get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends what was begun, the last first; a broker that outlives its folder would halt the JVM. */
    @Override
    public void close() {
        while (!begun.isEmpty()) {
            try {
                begun.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
