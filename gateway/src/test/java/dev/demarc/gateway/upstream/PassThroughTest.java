package dev.demarc.gateway.upstream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.demarc.gateway.FakeServices;
import dev.demarc.gateway.Http;
import dev.demarc.gateway.RunningGateway;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PassThroughTest {
    private static final int CLOSED = -1;

    private static final Set<String> ANSWERED_ELSEWHERE = Set.of(
            "[Findings and resources]", "[Drift]", "[Exports]", "[Teams]", "[Attestations, waivers and declarations]");

    @BeforeEach
    void fill() {
        RunningGateway.filled();
    }

    @Test
    void passesFindingsOfOneAccountThroughAsTheyAre() {
        given().urlEncodingEnabled(false)
                .get("/api/v1/findings?account=111122223333&team=a%26b")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("query", equalTo("account=111122223333&team=a%26b"));
    }

    @Test
    void keepsTheSampleOutOfListsWithoutAFilter() {
        given().get("/api/v1/findings").then().body("query", equalTo("organization=o-shop"));
        given().get("/api/v1/findings?severity=high")
                .then()
                .body("query", equalTo("severity=high&organization=o-shop"));
        given().get("/api/v1/findings?organization=sample").then().body("query", equalTo("organization=sample"));
        given().get("/api/v1/findings?organization=o-none").then().statusCode(400);
    }

    @Test
    void keepsTheProblemOfTheService() {
        given().get("/api/v1/findings/none")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo("/api/v1/findings/none"));
    }

    @Test
    void cannotBeLedOutOfTheApi() {
        given().urlEncodingEnabled(false)
                .get("/api/v1/findings/%2e%2e/%2e%2e/%2e%2e/q/metrics")
                .then()
                .body(containsString("demarc_gateway_memory_age_seconds"));
        given().urlEncodingEnabled(false)
                .get("/api/v1/findings/..%2F..%2Fsecret")
                .then()
                .body("detail", startsWith("/api/v1/findings/"));
    }

    @Test
    void makesABrokenAnswerAProblem() {
        given().get("/api/v1/resources/broken")
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/service-broken"))
                .body("detail", containsString("assessment-service"));
    }

    @Test
    void givesUpOnASilentService() {
        given().get("/api/v1/resources/slow")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/service-slow"));
    }

    @Test
    void saysWhichServiceIsAway() {
        given().get("/api/v1/revisions")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/service-away"))
                .body("detail", equalTo("catalog-service cannot be reached"));
        given().contentType("application/json")
                .body("{}")
                .put("/api/v1/drafts/1/controls/one")
                .then()
                .statusCode(503);
    }

    @Test
    void streamsALargeAnswerWhole() {
        byte[] large = given().get("/api/v1/resources/large").asByteArray();

        assertThat(large).hasSize(FakeServices.LARGE);
    }

    @Test
    void passesAnExportOfOneOrganisationThroughAsAFile() {
        given().accept("text/csv")
                .get("/api/v1/exports/verdicts.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", "attachment; filename=\"verdicts.csv\"")
                .body(equalTo("query\r\norganization=o-shop"));
    }

    @Test
    void describesEveryRouteOfTheTableAndRoutesAllThatIsDescribed() {
        Map<String, Map<String, Map<String, Object>>> described =
                given().queryParam("format", "json").get("/q/openapi").path("paths");

        assertThat(Routes.ALL).allSatisfy(route -> assertThat(described)
                .anySatisfy((path, operations) -> assertThat(operations.keySet())
                        .anyMatch(method -> route.matches(method.toUpperCase(Locale.ROOT), example(path)))));
        described.forEach((path, operations) -> operations.forEach((method, operation) -> {
            if (ANSWERED_ELSEWHERE.contains(String.valueOf(operation.get("tags")))) {
                assertThat(Routes.find(method.toUpperCase(Locale.ROOT), example(path)))
                        .as("%s %s", method, path)
                        .isPresent();
            }
        }));
    }

    private static String example(String path) {
        return path.substring("/api/v1".length())
                .replace("drafts{path}", "drafts/1")
                .replace("{kind}", "waivers")
                .replace("{act}", "approve")
                .replaceAll("\\{[a-z]+}", "1");
    }

    @Test
    void refusesABodyThatIsTooLargeForItsRouteHoweverItIsSent() throws Exception {
        HttpRequest chunked = HttpRequest.newBuilder(Http.uri("/api/v1/waivers"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[1024 * 1024 + 1])))
                .build();

        assertThat(statusOf(chunked)).isIn(413, CLOSED);
    }

    /** The connection is closed on what is still being sent, which may be seen before the answer is. */
    private static int statusOf(HttpRequest request) throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException e) {
            return CLOSED;
        }
    }

    @Test
    void asksTheServiceForAnAccountAsOfAPastDay() {
        given().get("/api/v1/accounts/111122223333?asOf=2026-10-01")
                .then()
                .statusCode(200)
                .body("query", equalTo("asOf=2026-10-01"));
    }

    @Test
    void handsAScanToTheScanner() {
        given().contentType("application/json")
                .body("{\"accounts\":[\"111122223333\"]}")
                .post("/api/v1/scans")
                .then()
                .statusCode(202)
                .header("Location", equalTo("/api/v1/scans/now"))
                .body("accounts[0]", equalTo("111122223333"));
        given().contentType("text/plain")
                .body("{}")
                .post("/api/v1/scans")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void namesAnOrganisationsAccountsToTheScanner() {
        given().contentType("application/json")
                .body("{\"types\":[\"AWS::S3::Bucket\"]}")
                .post("/api/v1/scans?organization=o-shop")
                .then()
                .statusCode(202)
                .body("accounts", contains("111122223333", "777788889999"))
                .body("types", contains("AWS::S3::Bucket"));
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/scans?organization=sample")
                .then()
                .statusCode(400)
                .body("field", equalTo("organization"));
        given().contentType("application/json")
                .body("{")
                .post("/api/v1/scans?organization=o-shop")
                .then()
                .statusCode(400)
                .body("detail", containsString("not a ScanScopes"));
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        given().contentType("application/json")
                .body(new byte[2_000_000])
                .post("/api/v1/scans")
                .then()
                .statusCode(413);
    }

    @Test
    void passesStatementsAndTheirFilesThrough() {
        given().get("/api/v1/waivers?state=active")
                .then()
                .statusCode(200)
                .body("query", equalTo("state=active&organization=o-shop"));
        given().contentType("application/pdf")
                .body(new byte[2 * 1024 * 1024])
                .post("/api/v1/evidence-files?name=a.pdf")
                .then()
                .statusCode(200)
                .body("query", equalTo("name=a.pdf"), "length", equalTo(2 * 1024 * 1024));
        given().contentType("application/json")
                .body("{}")
                .delete("/api/v1/evidence-files/7")
                .then()
                .statusCode(200)
                .body("length", equalTo(2));
    }

    @Test
    void refusesABodyThatIsTooLargeForItsPath() {
        given().contentType("application/pdf")
                .body(new byte[10 * 1024 * 1024 + 1])
                .post("/api/v1/evidence-files?name=a.pdf")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("at most 10 MB"));
        given().contentType("application/json")
                .body(new byte[1024 * 1024 + 1])
                .post("/api/v1/waivers")
                .then()
                .statusCode(413)
                .body("detail", containsString("at most 1 MB"));
    }
}
