package dev.demarc.gateway.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.finding.Cause;
import dev.demarc.contracts.finding.Compliance;
import dev.demarc.contracts.finding.ComplianceFinding;
import dev.demarc.contracts.finding.FindingSummary;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.gateway.Catalogs;
import dev.demarc.gateway.Http;
import dev.demarc.gateway.RunningGateway;
import dev.demarc.gateway.Scorecards;
import dev.demarc.gateway.TestBus;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventsTest {
    private static final Scope SCOPE = Scope.parse("111122223333/eu-central-1/AWS::S3::Bucket");
    private static final String FINDING = ResourceKey.of(SCOPE, "reports") + ".s3-bucket-not-public";

    /** No account of this id is known, so that the organisations stay as other tests find them. */
    private static final Account UNKNOWN = Scorecards.account("999900001111", "o-none");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private CompletableFuture<Void> listening = CompletableFuture.completedFuture(null);

    @BeforeEach
    void fill() {
        RunningGateway.filled();
    }

    @AfterEach
    void hangUp() {
        listening.cancel(true);
    }

    @Test
    void tellsScorecardsFindingsAndScansAsTheyCome() {
        listen("not an id of this gateway");
        Instant now = Instant.parse("2026-06-01T00:00:00Z");

        try (TestBus bus = new TestBus()) {
            bus.send(
                    Topic.SCORECARDS,
                    UNKNOWN.id(),
                    EventType.SCORECARD,
                    Scorecards.scorecard(UNKNOWN, 9, Scorecards.tally(Catalogs.BUCKET_PUBLIC, "payments", 0, 50, 0)));
            bus.send(
                    Topic.FINDINGS,
                    SCOPE.toString(),
                    EventType.FINDING_SUMMARY,
                    new FindingSummary(SCOPE, now, Cause.CATALOG, 4, 0, 1));
            bus.send(Topic.FINDINGS, FINDING, EventType.COMPLIANCE_FINDING, resolved(now));
            bus.send(
                    Topic.SCANS,
                    "events-test",
                    EventType.SCAN_REQUEST,
                    new ScanRequest("events-test", now, ScanRequest.Trigger.REQUEST, List.of(), List.of(), List.of()));
            bus.send(
                    Topic.SCAN_PROGRESS,
                    "events-test",
                    EventType.SCAN_PROGRESS,
                    new ScanProgress(
                            new RunId("events-test", 1),
                            SCOPE,
                            ScanProgress.Phase.ENDED,
                            now,
                            Outcome.COMPLETE,
                            12,
                            null,
                            null,
                            null));
        }

        await().untilAsserted(() -> assertThat(lines)
                .contains("event:scorecard", "event:findings", "event:scan")
                .contains("data:{\"scope\":\"" + SCOPE + "\",\"opened\":4,\"changed\":0,\"resolved\":1}")
                .contains("data:{\"scope\":\"" + SCOPE + "\",\"finding\":\"" + FINDING
                        + "\",\"opened\":0,\"changed\":0,\"resolved\":1}")
                .contains("data:{\"scan\":\"events-test\",\"scope\":\"" + SCOPE
                        + "\",\"phase\":\"ENDED\",\"outcome\":\"COMPLETE\"}")
                .anyMatch(line -> line.startsWith("data:{\"account\":\"999900001111\",\"version\":9,")));
        given().get("/api/v1/scans/events-test")
                .then()
                .body("state", equalTo("ENDED"))
                .body("resources", equalTo(12))
                .body("scopes[0].scope", equalTo(SCOPE.toString()));
        given().get("/api/v1/scans").then().body("items[0].request.id", equalTo("events-test"));
    }

    @Test
    void givesASignOfLifeAtOnce() {
        listen("");

        await().untilAsserted(() -> assertThat(lines).contains(":beat", "retry:2000"));
    }

    private static ComplianceFinding resolved(Instant at) {
        return ComplianceFinding.of(
                "events-test",
                at,
                ComplianceFinding.Activity.CLOSE,
                ComplianceFinding.Status.RESOLVED,
                Severity.CRITICAL,
                Compliance.of("s3-bucket-not-public", List.of(), Verdict.PASS),
                new ComplianceFinding.FindingInfo(
                        FINDING, "Bucket is not public", at.toEpochMilli(), List.of("SHARED")),
                SCOPE,
                new ComplianceFinding.Resource("arn:aws:s3:::reports", SCOPE.type(), "reports", SCOPE.region(), null),
                new ComplianceFinding.Unmapped(Party.SHARED, "data", Cause.CONFIGURATION, 7, 1, null));
    }

    private void listen(String lastId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(Http.uri("/api/v1/events"));
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        CompletableFuture<HttpResponse<Stream<String>>> answer =
                HttpClient.newHttpClient().sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines());
        listening = answer.thenAccept(response -> response.body().forEach(lines::add));
        await().untilAsserted(() -> assertThat(lines).isNotEmpty());
    }
}
