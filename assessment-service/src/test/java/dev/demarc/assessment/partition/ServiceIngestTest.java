package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scorecard.Scorecard;
import dev.demarc.shell.kafka.KafkaClients;
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

    private static final Scope LOADED = new Scope("444455556666", "eu-central-1", Inputs.BUCKET);
    private static final String RESOURCES = "/api/v1/resources?account=" + LOADED.account();
    private static final String READY = "/q/health/ready";

    @Inject
    KafkaClients clients;

    Runnable stopPostgres = () -> {};
    Runnable startPostgres = () -> {};

    @Test
    void aRunOnTheBusBecomesAScorecardAndABrokenCatalogChangesNothing() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        messages.add(revision(TestCatalog.first(), now));
        messages.add(revision(TestCatalog.broken(), now));
        messages.add(account(now));
        messages.add(malformed(account(now)));
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
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(records(Topic.CATALOG_DEAD_LETTERS))
                .singleElement()
                .satisfies(letter -> assertThat(EventHeaders.text(letter.headers(), EventHeaders.REASON)
                                .orElseThrow())
                        .contains("bucket-encrypted")));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(records(Topic.ACCOUNTS_DEAD_LETTERS))
                .singleElement()
                .satisfies(letter -> assertThat(EventHeaders.text(letter.headers(), EventHeaders.REASON)
                                .orElseThrow())
                        .isNotBlank()));
    }

    @Test
    void postgresRestartedDuringALoadIsWaitedForWhileReadsSaySo() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        send(List.of(revision(TestCatalog.first(), now)));
        List<ProducerRecord<String, byte[]>> load = Inputs.completeRun(LOADED, "s", now, buckets(400));
        send(load.subList(0, 200));
        await().atMost(PATIENCE).untilAsserted(() -> reads().forEach(
                        path -> given().get(path).then().statusCode(anyOf(is(200), is(404)))));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(listed()).isPositive());

        stopPostgres.run();
        send(load.subList(200, load.size()));

        reads().forEach(path -> given().get(path).then().statusCode(503).contentType("application/problem+json"));
        given().post("/api/v1/operations/recount").then().statusCode(503).contentType("application/problem+json");
        given().get(READY).then().statusCode(503);
        given().get("/q/health/live").then().statusCode(200);

        startPostgres.run();

        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            given().get(READY).then().statusCode(200);
            given().get("/api/v1/accounts/{a}/scorecard", LOADED.account())
                    .then()
                    .statusCode(200)
                    .body("resources", is(400));
            given().post("/api/v1/operations/recount").then().statusCode(200).body("agrees", is(true));
        });
        given().get("/q/health/live").then().statusCode(200);
    }

    private static int listed() {
        return given().get(RESOURCES).path("items.size()");
    }

    private static List<String> reads() {
        return List.of(
                RESOURCES,
                "/api/v1/findings?account=" + LOADED.account(),
                "/api/v1/findings/" + ResourceKey.of(LOADED, "bucket-1") + ".bucket-encrypted",
                "/api/v1/resources/" + ResourceKey.of(LOADED, "bucket-1"),
                "/api/v1/accounts/" + LOADED.account() + "/scorecard");
    }

    private static Bucket[] buckets(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i % 2 == 0
                        ? Bucket.named("bucket-" + i)
                        : Bucket.named("bucket-" + i).unencrypted())
                .toArray(Bucket[]::new);
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

    private static ProducerRecord<String, byte[]> malformed(ProducerRecord<String, byte[]> record) {
        return new ProducerRecord<>(record.topic(), null, "no-account", new byte[] {'{'}, record.headers());
    }

    private void send(List<ProducerRecord<String, byte[]>> messages) throws InterruptedException, ExecutionException {
        try (KafkaProducer<String, byte[]> producer = clients.producer("test", Map.of())) {
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
        try (KafkaConsumer<String, byte[]> consumer = clients.consumer("test", Map.of())) {
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
