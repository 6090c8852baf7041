package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.assessment.bus.KafkaClients;
import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Scorecard;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = OwnStackResource.class, restrictToAnnotatedClass = true)
class ServiceIngestTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String CATALOG = "/catalog-service";

    @Inject
    KafkaClients clients;

    @Test
    void aRunOnTheBusBecomesAScorecardAndABrokenCatalogChangesNothing() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        messages.add(revision(TestCatalog.first(), now));
        messages.add(revision(TestCatalog.broken(), now));
        messages.add(account(now));
        messages.addAll(Inputs.completeRun(
                SCOPE, "s", now, Bucket.named("good"), Bucket.named("bad").unencrypted()));

        send(messages);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(all(Topic.SCORECARDS, Scorecard.class))
                .anySatisfy(scorecard -> {
                    assertThat(scorecard.account()).isEqualTo(SCOPE.account());
                    assertThat(scorecard.revision()).isEqualTo(1);
                    assertThat(scorecard.resources()).isEqualTo(2);
                    assertThat(scorecard.tallies().unpack())
                            .allSatisfy(tally -> assertThat(tally.team()).isEqualTo("payments"))
                            .filteredOn(tally -> tally.control() == TestCatalog.ENCRYPTED)
                            .singleElement()
                            .satisfies(tally -> {
                                assertThat(tally.counts().pass()).isEqualTo(1);
                                assertThat(tally.counts().fail()).isEqualTo(1);
                            });
                }));
        assertThat(records(Topic.CATALOG_DEAD_LETTERS)).singleElement().satisfies(letter -> assertThat(
                        EventHeaders.text(letter.headers(), EventHeaders.REASON).orElseThrow())
                .contains("bucket-encrypted"));
    }

    private static ProducerRecord<String, byte[]> revision(CatalogRevision revision, Instant now) {
        return Event.of(EventType.CATALOG_REVISION, revision, CATALOG)
                .compressed()
                .to(Topic.CATALOG, "current", now);
    }

    private static ProducerRecord<String, byte[]> account(Instant now) {
        Account account = new Account(
                SCOPE.account(),
                "Payments",
                "o-1",
                List.of(),
                Account.Status.ACTIVE,
                List.of("eu-central-1"),
                "payments");
        return Event.of(EventType.ACCOUNT, account, "/scanner-service").to(Topic.ACCOUNTS, account.id(), now);
    }

    private void send(List<ProducerRecord<String, byte[]>> messages) throws InterruptedException, ExecutionException {
        try (KafkaProducer<String, byte[]> producer = clients.producer("test")) {
            for (ProducerRecord<String, byte[]> message : messages) {
                producer.send(message).get();
            }
        }
    }

    private <T> List<T> all(Topic topic, Class<T> type) {
        return records(topic).stream().map(each -> Event.read(each, type)).toList();
    }

    private List<ConsumerRecord<String, byte[]>> records(Topic topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = clients.consumer(Map.of())) {
            List<TopicPartition> places = IntStream.range(0, topic.partitions())
                    .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                    .toList();
            consumer.assign(places);
            consumer.seekToBeginning(places);
            consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
        }
        return records;
    }
}
