package dev.demarc.assessment.api;

import static dev.demarc.assessment.fixture.CatalogBuilder.BUCKET;
import static org.hamcrest.Matchers.not;

import dev.demarc.assessment.fixture.CatalogBuilder;
import dev.demarc.assessment.fixture.StoreBuilder;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import dev.demarc.embedded.TestStack;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Two accounts of an organisation and one of the sample, stored once for all tests of the API. */
final class ApiFixture {
    static final String DATABASE = "assessment_api";
    static final String TOPICS = "demarc.catalog:1:compact,demarc.accounts:1:compact,demarc.resources:8,"
            + "demarc.scorecards:4:compact,demarc.findings:4,"
            + "demarc.catalog.dead-letters:1,demarc.accounts.dead-letters:1,demarc.resources.dead-letters:1";

    static final String PAYMENTS = "111122223333";
    static final String PLATFORM = "222233334444";
    static final String SAMPLE = "999900001111";
    static final Scope FRANKFURT = new Scope(PAYMENTS, "eu-central-1", BUCKET);
    static final Scope VIRGINIA = new Scope(PAYMENTS, "us-east-1", BUCKET);
    static final Scope OF_PLATFORM = new Scope(PLATFORM, "eu-central-1", BUCKET);
    static final Scope OF_SAMPLE = new Scope(SAMPLE, "eu-central-1", BUCKET);
    static final ResourceKey BAD = ResourceKey.of(FRANKFURT, "bad");
    static final ResourceKey MENDED = ResourceKey.of(FRANKFURT, "good");
    static final Instant SINCE = Instant.parse("2026-05-01T00:00:00Z");
    static final Instant UNTIL = Instant.parse("2026-05-09T00:00:00Z");

    private static boolean stored;

    private ApiFixture() {}

    static synchronized void store(DataSource dataSource) {
        if (stored) {
            return;
        }
        CatalogRevision catalog = CatalogBuilder.ofBuckets();
        StoreBuilder store = new StoreBuilder(dataSource, catalog).catalog();
        store.account(account(PAYMENTS, "Payments", "o-example", List.of("Workloads", "Production"), "payments"))
                .account(account(PLATFORM, "Platform", "o-example", List.of("Infrastructure"), null))
                .account(account(SAMPLE, "Sample", "sample", List.of(), null))
                .read(FRANKFURT)
                .read(VIRGINIA)
                .read(OF_PLATFORM)
                .read(OF_SAMPLE);
        store.bucket(FRANKFURT, "good", true, "payments");
        store.bucket(FRANKFURT, "bad", false, "payments");
        for (int i = 0; i < 10; i++) {
            store.bucket(VIRGINIA, "bad-" + i, false, null);
        }
        store.resource(OF_PLATFORM, "unasked", Map.of(), "platform");
        store.bucket(OF_PLATFORM, "bad", false, "platform");
        store.resource(OF_SAMPLE, "bad", Map.of("good", false, "ownerId", PAYMENTS), null);
        store.resolved(MENDED, 1, SINCE, UNTIL).resolved(BAD, 1, SINCE, UNTIL);
        store.due(PAYMENTS);
        publish(catalog);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> RestAssured.get("/api/v1/findings").then().statusCode(not(503)));
        stored = true;
    }

    private static Account account(
            String id, String name, String organization, List<String> unit, @Nullable String team) {
        return new Account(
                id, name, organization, unit, Account.Status.ACTIVE, List.of("eu-central-1", "us-east-1"), team);
    }

    private static void publish(CatalogRevision catalog) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", TestStack.shared().bootstrapServers());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var unused = producer.send(Event.of(EventType.CATALOG_REVISION, catalog, "/catalog-service")
                    .to(Topic.CATALOG, "current", catalog.publishedAt()));
        }
    }
}
