package dev.demarc.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.scan.Account;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GatewayTest {
    @BeforeEach
    void fill() {
        RunningGateway.filled();
    }

    @Test
    void answersOneAccountCompressedAndTagged() {
        Response first = given().header("Accept-Encoding", "gzip").get("/api/v1/accounts/111122223333");

        assertThat(first.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(first.header("Cache-Control")).contains("private");
        assertThat(first.header("Age")).isEqualTo("0");
        first.then().body("account.name", equalTo("Account 3333"));
        given().header("Accept-Encoding", "gzip")
                .header("If-None-Match", "\"other\", " + first.header("ETag"))
                .get("/api/v1/accounts/111122223333")
                .then()
                .statusCode(304)
                .body(equalTo(""));
    }

    @Test
    void tagsTheTwoCodingsOfOneAnswerApart() {
        HttpResponse<byte[]> compressed = Http.get("/api/v1/organization", "Accept-Encoding", "gzip");
        HttpResponse<byte[]> plain = Http.get("/api/v1/organization");

        assertThat(plain.headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(compressed.headers().firstValue("ETag"));
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(new String(plain.body(), StandardCharsets.UTF_8)).contains("\"accountsRead\":2");
        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(compressed.body()).hasSizeLessThan(plain.body().length);
    }

    @Test
    void rollsTheDefaultOrganisationUpWithoutTheSample() {
        given().get("/api/v1/organization")
                .then()
                .statusCode(200)
                .body("organization", equalTo("o-shop"))
                .body("accountsRead", equalTo(2))
                .body("overall.counts.fail", equalTo(2))
                .body("overall.counts.pass", equalTo(4));
        given().get("/api/v1/organization?organization=sample").then().body("overall.counts.fail", equalTo(50));
        given().get("/api/v1/organization?team=payments")
                .then()
                .body("team", equalTo("payments"), "overall.counts.fail", equalTo(2), "accountsRead", equalTo(2));
        given().get("/api/v1/organization?team=")
                .then()
                .body("team", equalTo(""), "accountsExpected", equalTo(0), "accounts", hasSize(0));
        given().get("/api/v1/organizations").then().body("id", contains("o-shop", "sample"));
    }

    @Test
    void namesTheOrganisationsThatItKnowsWhereAnotherIsAskedFor() {
        given().get("/api/v1/organization?organization=o-other")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("organization"))
                .body("detail", containsString("o-shop, sample"));
    }

    @Test
    void pagesThroughAccountsWorstFirst() {
        Response first = given().get("/api/v1/accounts?sort=score&limit=1");
        String next = first.path("next");

        first.then()
                .body("items.account.id", contains("777788889999"))
                .body("total", equalTo(2))
                .body("items[0].scorecard.tallies.counters", equalTo(""));
        given().queryParam("cursor", next)
                .get("/api/v1/accounts?sort=score&limit=1")
                .then()
                .body("items.account.id", contains("111122223333"))
                .body("next", nullValue());
        given().queryParam("cursor", next)
                .get("/api/v1/accounts?sort=name&limit=1")
                .then()
                .statusCode(400)
                .body("field", equalTo("cursor"));
    }

    @Test
    void filtersAccountsByUnitAndScore() {
        given().get("/api/v1/accounts?ou=Shop/Back office").then().body("items.account.id", contains("777788889999"));
        given().get("/api/v1/accounts?team=payments").then().body("total", equalTo(2));
        given().get("/api/v1/accounts?team=").then().body("total", equalTo(0));
        given().get("/api/v1/accounts?minScore=70").then().body("items.account.id", contains("111122223333"));
        given().get("/api/v1/accounts?minScore=high").then().statusCode(400).body("field", equalTo("minScore"));
    }

    @Test
    void answersTheCatalogFromMemory() {
        given().get("/api/v1/layers").then().body("id", contains("facilities", "guest-os", "data"));
        given().get("/api/v1/services/rds").then().body("variants.id", contains("custom"));
        given().get("/api/v1/controls?severity=critical").then().body("id", contains("s3-bucket-not-public"));
        given().get("/api/v1/controls/s3-bucket-not-public").then().body("assert", equalTo("true"));
        given().get("/api/v1/controls/none")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo("There is no control 'none'"));
        given().get("/api/v1/frameworks").then().body("id", contains("cis"));
    }

    @Test
    void tellsWhatMovesWithAWorkload() {
        given().get("/api/v1/responsibilities/compare?from=ec2&to=rds")
                .then()
                .statusCode(200)
                .body("layers.find { it.layer == 'guest-os' }.moves", equalTo(true))
                .body("layers.find { it.layer == 'guest-os' }.to.decidedBy", equalTo("service:rds"));
        given().get("/api/v1/responsibilities/compare?from=ec2")
                .then()
                .statusCode(400)
                .body("field", equalTo("to"));
    }

    @Test
    void givesAFrameworksPostureOfAnAccount() {
        given().get("/api/v1/frameworks/cis?account=111122223333")
                .then()
                .statusCode(200)
                .body("requirements.find { it.id == '1' }.verdict", equalTo("FAIL"))
                .body("requirements.find { it.id == '9' }.verdict", nullValue());
    }

    @Test
    void countsTheRequirementsOfEveryFramework() {
        given().get("/api/v1/frameworks/postures?account=111122223333")
                .then()
                .statusCode(200)
                .body("id", contains("cis"))
                .body("[0].fail", equalTo(1))
                .body("[0].withoutControl", equalTo(1));
    }

    @Test
    void saysWhichReportsAreOnFileAndWhatTheyCover() {
        given().get("/api/v1/provider-evidence?organization=o-shop")
                .then()
                .statusCode(200)
                .body("organization", equalTo("o-shop"))
                .body("reports", hasSize(0));
        given().get("/api/v1/provider-evidence?organization=o-other")
                .then()
                .statusCode(400)
                .body("field", equalTo("organization"));
    }

    @Test
    void forgetsARemovedAccountAndSkipsWhatItCannotRead() {
        Account passing = Scorecards.account("222233334444", "o-shop");
        try (TestBus bus = new TestBus()) {
            bus.send(new ProducerRecord<>(Topic.ACCOUNTS.topicName(), "broken", "{".getBytes(StandardCharsets.UTF_8)));
            bus.send(Topic.ACCOUNTS, passing.id(), EventType.ACCOUNT, passing);
            await().untilAsserted(() -> given().get("/api/v1/accounts/222233334444")
                    .then()
                    .statusCode(200)
                    .body("scorecard", nullValue()));

            bus.remove(Topic.ACCOUNTS, passing.id());
        }

        await().untilAsserted(() ->
                given().get("/api/v1/accounts/222233334444").then().statusCode(404));
    }

    @Test
    void isReadyAndSaysWhatItIs() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'bus' }.data.kafkaAnswers", equalTo(true));
        given().get("/api/v1/about")
                .then()
                .body("open", equalTo(false))
                .body("ready", equalTo(true))
                .body("defaultOrganization", equalTo("o-shop"))
                .body("version", notNullValue());
    }

    @Test
    void measuresItself() {
        String metrics = given().get("/q/metrics").asString();

        assertThat(metrics).contains("demarc_gateway_memory_age_seconds", "demarc_gateway_records_refused_total");
    }

    @Test
    void givesProblemsForWhatIsNotThere() {
        for (String path : List.of("/api/v1/nothing", "/api/v2", "/assets/gone.js")) {
            given().get(path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/not-found"))
                    .body("detail", equalTo("There is nothing at " + path));
        }
        given().delete("/api/v1/organization").then().statusCode(405).contentType("application/problem+json");
        given().accept("text/csv").get("/api/v1/layers").then().statusCode(406).contentType("application/problem+json");
    }

    /** The framework answers this one before anything of ours could. */
    @Test
    void refusesARequestTargetThatIsNoUri() {
        assertThat(Http.raw("/api/v1/accounts?limit=%")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void describesEveryOperationWithAnExample() {
        Response openApi = given().accept("application/json").get("/q/openapi");
        Map<String, Map<String, Map<String, Object>>> paths = openApi.path("paths");

        assertThat(paths).hasSizeGreaterThan(20).containsKeys("/api/v1/organization", "/api/v1/scans", "/api/v1/about");
        assertThat(paths)
                .allSatisfy((path, operations) -> assertThat(operations).allSatisfy((method, operation) -> {
                    assertThat(operation).as(method + ' ' + path).containsKeys("summary", "operationId");
                    assertThat(String.valueOf(operation.get("responses")))
                            .contains("example=", "application/problem+json");
                }));
        openApi.then()
                .body("paths.'/api/v1/findings'.get.parameters.'$ref'", hasItem("#/components/parameters/team"))
                .body("components.parameters.team.description", containsString("what no team owns"));
        given().get("/q/swagger-ui/").then().statusCode(200);
    }

    /** The dashboard's types are made of it; written anew with {@code -Ddemarc.openapi.write=true}. */
    @Test
    void isDescribedAsTheDashboardIsBuiltFor() throws IOException {
        Path file = Path.of("ui/openapi.json");
        String now = given().accept("application/json").get("/q/openapi").asString() + '\n';
        if (Boolean.getBoolean("demarc.openapi.write")) {
            Files.writeString(file, now);
        }

        assertThat(Json.MAPPER.readTree(now))
                .as("write %s anew with -Ddemarc.openapi.write=true, then its types with npm run types", file)
                .isEqualTo(Json.MAPPER.readTree(Files.readString(file)));
    }

    @Test
    void listsNoScanBeforeTheFirst() {
        given().get("/api/v1/scans?limit=0").then().statusCode(400).body("field", equalTo("limit"));
        given().get("/api/v1/scans/none").then().statusCode(404);
        given().get("/api/v1/frameworks").then().body("$", hasSize(1));
    }
}
