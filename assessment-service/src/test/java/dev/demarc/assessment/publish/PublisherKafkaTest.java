package dev.demarc.assessment.publish;

import static dev.demarc.assessment.fixture.CatalogBuilder.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.catalog.CatalogStore;
import dev.demarc.assessment.fixture.CatalogBuilder;
import dev.demarc.assessment.fixture.StoreBuilder;
import dev.demarc.assessment.fixture.TestClock;
import dev.demarc.assessment.fixture.TestStore;
import dev.demarc.assessment.scorecard.ScorecardRules;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.embedded.TestStack;
import dev.demarc.embedded.TopicSpec;
import dev.demarc.shell.kafka.DeadLetters;
import dev.demarc.shell.kafka.KafkaClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PublisherKafkaTest {
    private static final String ACCOUNT = "111122224444";

    private static final DeadLetters NO_LETTERS = new DeadLetters(
            () -> {
                throw new IllegalStateException("nothing is to be put aside");
            },
            new SimpleMeterRegistry());

    private final TestStack stack = TestStack.shared();
    private final DataSource dataSource = TestStore.empty("publisher_kafka");
    private final TestClock clock = new TestClock(StoreBuilder.BEGUN.plusSeconds(600));

    @Test
    void readersOfCommittedRecordsSeeVersionsRiseAcrossTwoPublishers() throws SQLException {
        stack.createTopics(List.of(TopicSpec.compacted(Topic.SCORECARDS.topicName(), Topic.SCORECARDS.partitions())));
        StoreBuilder store = new StoreBuilder(dataSource, CatalogBuilder.ofBuckets()).catalog();
        Scope buckets = new Scope(ACCOUNT, "eu-central-1", BUCKET);
        store.read(buckets).bucket(buckets, "good", true, null);
        KafkaProducers producers =
                new KafkaProducers(new KafkaClients(Map.of("bootstrap.servers", stack.bootstrapServers())));

        store.due(ACCOUNT);
        Publisher first = publisher("first", producers);
        first.renew();
        first.publish();
        Producer<String, byte[]> unfinished = unfinishedTransaction(producers);
        store.due(ACCOUNT);
        clock.advance(Duration.ofSeconds(2));
        first.close();
        Publisher second = publisher("second", producers);
        second.renew();
        second.publish();
        unfinished.close(Duration.ZERO);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(versions())
                .containsExactly(1L, 2L));
        second.close();
    }

    /** What a publisher leaves behind that is killed after its sends. */
    private static Producer<String, byte[]> unfinishedTransaction(KafkaProducers producers) {
        Producer<String, byte[]> producer = producers.open(0);
        producer.initTransactions();
        producer.beginTransaction();
        Future<RecordMetadata> unused =
                producer.send(new ProducerRecord<>(Topic.SCORECARDS.topicName(), ACCOUNT, new byte[] {'{', '}'}));
        producer.flush();
        return producer;
    }

    private Publisher publisher(String holder, Producers producers) {
        LeaseStore leases = new LeaseStore(dataSource, holder, 1, Duration.ofSeconds(30));
        PublishStore publishing = new PublishStore(1, Duration.ofSeconds(1));
        ScorecardRules rules = new ScorecardRules(new CatalogStore(dataSource), Duration.ofDays(3));
        return new Publisher(
                leases,
                shard -> new ShardPublisher(shard, dataSource, leases, publishing, rules, NO_LETTERS, clock),
                producers);
    }

    private List<Long> versions() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", stack.bootstrapServers(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        List<Long> versions = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.SCORECARDS.topicName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            consumer.poll(Duration.ofSeconds(2)).forEach(message -> {
                if (message.key().equals(ACCOUNT)) {
                    versions.add(Event.read(message, Scorecard.class).version());
                }
            });
        }
        return versions;
    }
}
