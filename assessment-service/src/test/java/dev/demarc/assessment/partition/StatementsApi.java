package dev.demarc.assessment.partition;

import static dev.demarc.assessment.partition.Inputs.SCOPE;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.demarc.assessment.partition.Inputs.Bucket;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import dev.demarc.shell.kafka.KafkaClients;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Two accounts, one with an unencrypted bucket, in a running service, and what people ask of it. */
final class StatementsApi {
    static final Duration PATIENCE = Duration.ofSeconds(40);
    static final String OTHER = "222233334444";
    static final ResourceKey PLAIN = ResourceKey.of(SCOPE, "plain");

    private StatementsApi() {}

    /** Sends the accounts and waits until the service shows them. */
    static void load(KafkaClients clients) throws InterruptedException, ExecutionException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        messages.add(Event.of(EventType.CATALOG_REVISION, TestCatalog.stated(), "/catalog-service")
                .compressed()
                .to(Topic.CATALOG, "current", now));
        messages.add(account(SCOPE.account(), now));
        messages.add(account(OTHER, now));
        messages.addAll(Inputs.completeRun(
                SCOPE, "s", now, Bucket.named("good"), Bucket.named("plain").unencrypted()));
        messages.addAll(Inputs.completeRun(accountScope(SCOPE.account()), "s", now, Bucket.named(SCOPE.account())));
        messages.addAll(Inputs.completeRun(accountScope(OTHER), "s", now, Bucket.named(OTHER)));
        try (KafkaProducer<String, byte[]> producer = clients.producer("test", Map.of())) {
            for (ProducerRecord<String, byte[]> message : messages) {
                producer.send(message).get();
            }
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            given().get("/api/v1/resources/" + PLAIN).then().statusCode(200);
            given().get("/api/v1/resources/" + accountKey(OTHER)).then().statusCode(200);
        });
    }

    static ValidatableResponse post(String path, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/v1/" + path)
                .then();
    }

    static String by(String name) {
        return """
                {"by": "%s", "comment": "Seen."}""".formatted(name);
    }

    static String proposal(String control, String part, String value, int days, String... files) {
        String scope = part.equals("organization") ? "\"%s\"".formatted(value) : "[\"%s\"]".formatted(value);
        String ids = files.length == 0 ? "" : "\"%s\"".formatted(String.join("\", \"", files));
        return """
                {"control": "%s", "scope": {"%s": %s}, "text": "It is so.", "evidenceFiles": [%s], "author": "Ada",
                 "expiresAt": "%s"}""".formatted(control, part, scope, ids, in(days));
    }

    static Instant in(int days) {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(days));
    }

    private static Scope accountScope(String account) {
        return new Scope(account, Scope.GLOBAL, Control.ACCOUNT_TYPE);
    }

    static ResourceKey accountKey(String account) {
        return ResourceKey.of(accountScope(account), account);
    }

    private static ProducerRecord<String, byte[]> account(String id, Instant now) {
        Account account = new Account(
                id, "Payments", "o-1", List.of("Workloads"), Account.Status.ACTIVE, List.of("eu-central-1"), null);
        return Event.of(EventType.ACCOUNT, account, "/scanner-service").to(Topic.ACCOUNTS, id, now);
    }
}
