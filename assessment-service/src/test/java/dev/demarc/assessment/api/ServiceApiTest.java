package dev.demarc.assessment.api;

import static dev.demarc.assessment.api.ApiFixture.BAD;
import static dev.demarc.assessment.api.ApiFixture.OF_PLATFORM;
import static dev.demarc.assessment.api.ApiFixture.PAYMENTS;
import static dev.demarc.assessment.api.ApiFixture.PLATFORM;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.embedded.EmbeddedStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedStackResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = ApiFixture.DATABASE),
            @ResourceArg(name = "topics", value = ApiFixture.TOPICS)
        })
class ServiceApiTest {
    @Inject
    DataSource dataSource;

    @BeforeEach
    void stored() {
        ApiFixture.store(dataSource);
    }

    @Test
    void listsResourcesWithTheirVerdictsCounted() {
        given().get("/api/v1/resources?account={a}&region=eu-central-1", PAYMENTS)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.find { it.resource.id == 'bad' }.fail", is(3))
                .body("items.find { it.resource.id == 'good' }.pass", is(3))
                .body("items.find { it.resource.id == 'good' }.team", is("payments"));
    }

    @Test
    void pagesThroughResources() {
        String path = "/api/v1/resources?limit=8&account=" + PAYMENTS;
        Response first = given().get(path);
        Response second = given().queryParam("cursor", next(first)).get(path);

        assertThat(keys(first)).hasSize(8);
        assertThat(keys(second)).hasSize(4).doesNotContainAnyElementsOf(keys(first));
        assertThat(next(second)).isNull();
    }

    @Test
    void showsOneResourceLayerByLayer() {
        given().get("/api/v1/resources/" + BAD)
                .then()
                .statusCode(200)
                .body("resource.arn", is("arn:aws:s3:::bad"))
                .body("owner.team", is("payments"))
                .body("revision", is(1))
                .body("configuration.configuration.good", is(false))
                .body("layers.layer", hasItems("hardware", "data"))
                .body("layers.find { it.layer == 'hardware' }.party", is("AWS"))
                .body("verdicts", hasSize(3))
                .body("verdicts[0].control", is("bucket-not-public"))
                .body("verdicts[0].verdict", is("FAIL"))
                .body("verdicts[0].finding", is(BAD + ".bucket-not-public"))
                .body("verdicts[0].verified.how", is("AUTOMATED"))
                .body("verdicts[0].verified.source", is("LIVE"))
                .body("verdicts[0].verified.by", is("scan#1"))
                .body("verdicts[0].verified.at", is("2026-06-10T08:00:00Z"));
    }

    @Test
    void namesThePathThatNobodyAskedFor() {
        given().get("/api/v1/resources/" + ResourceKey.of(OF_PLATFORM, "unasked"))
                .then()
                .statusCode(200)
                .body("verdicts.verdict", hasItem("UNKNOWN"))
                .body("verdicts[0].reason", startsWith("configuration.good"));
    }

    @Test
    void knowsNothingOfAnotherResource() {
        given().get("/api/v1/resources/111122223333.eu-central-1.AWS-S3-Bucket.0000000000000000")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void givesTheScorecardThatWasPublished() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> given().get(
                        "/api/v1/accounts/{a}/scorecard", PAYMENTS)
                .then()
                .statusCode(200)
                .body("account", is(PAYMENTS))
                .body("organization", is("o-example"))
                .body("resources", is(12))
                .body("scopesExpected", is(2)));
    }

    @Test
    void knowsNoScorecardBeforeTheFirst() {
        given().get("/api/v1/accounts/{a}/scorecard", PLATFORM)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void recountsTheTallies() {
        given().post("/api/v1/operations/recount")
                .then()
                .statusCode(200)
                .body("agrees", is(true))
                .body("resources", is(15))
                .body("differences", empty());
    }

    @Test
    void tellsWhatEachTeamOwnsAndWhatNoneDoes() {
        given().get("/api/v1/teams?organization=o-example")
                .then()
                .statusCode(200)
                .body("team", contains("", "payments", "platform"))
                .body("[0].accounts", is(1))
                .body("[0].resources", is(10))
                .body("[0].open.bySeverity.critical", is(10))
                .body("[0].overdue", is(30))
                .body("[1].resources", is(2))
                .body("[1].open.bySeverity", is(Map.of("critical", 1, "high", 1, "medium", 1, "low", 0)))
                .body("[2].resources", is(2));
    }

    @Test
    void queuesWhatNoTeamOwns() {
        given().get("/api/v1/resources?organization=o-example&team=")
                .then()
                .statusCode(200)
                .body("items", hasSize(10))
                .body("items.team", everyItem(nullValue()));
    }

    @Test
    void refusesAPastDayBeforeTheDataBegins() {
        given().get("/api/v1/accounts/{a}?asOf=2020-01-01", PAYMENTS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", is("asOf"))
                .body("detail", startsWith("asOf is '2020-01-01'; accepted: a day from "));
        given().get("/api/v1/findings?asOf=2026-10-01").then().statusCode(400).body("field", is("account"));
        given().get("/api/v1/accounts/000000000000?asOf=2020-01-01").then().statusCode(404);
    }

    @Test
    void exportsEveryVerdictOfAnAccountAsAFile() {
        String csv = given().get("/api/v1/exports/verdicts.csv?account={a}", PLATFORM)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", "attachment; filename=\"verdicts.csv\"")
                .extract()
                .asString();

        assertThat(csv.lines()).hasSize(1 + 2 * 3 + 3).allMatch(line -> !line.contains(ApiFixture.SAMPLE));
    }

    @Test
    void refusesToExportWhatIsNoAccount() {
        given().get("/api/v1/exports/verdicts.csv?account=mine")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", is("account is 'mine'; accepted: \\d{12}"));
    }

    @Test
    void answersUnknownRoutesWithAProblem() {
        given().get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", is("There is nothing at /api/v1/nothing"));
    }

    @Test
    void answersAWrongMethodWithAProblem() {
        given().delete("/api/v1/findings").then().statusCode(405).contentType("application/problem+json");
    }

    @Test
    void answersAnUnknownMediaTypeWithAProblem() {
        given().accept("application/xml")
                .get("/api/v1/findings")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @Test
    void refusesAQueryThatIsNoUrl() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream()
                    .write("GET /api/v1/findings?account=%zz HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.0 400");
        }
    }

    @Test
    void describesEveryOperation() {
        Response openApi = given().get("/q/openapi?format=json");
        Map<String, Map<String, Map<String, Object>>> paths = openApi.path("paths");

        assertThat(paths).containsKeys("/api/v1/findings", "/api/v1/resources/{key}", "/api/v1/operations/recount");
        assertThat(paths.values()).allSatisfy(operations -> assertThat(operations.values())
                .allSatisfy(operation -> assertThat(operation).containsKey("summary")));
        openApi.then()
                .body("paths.'/api/v1/findings'.get.parameters.'$ref'", hasItem("#/components/parameters/team"))
                .body("components.parameters.team.description", startsWith("Owning teams"));
    }

    @Test
    void isReady() {
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", not(empty()));
    }

    private static List<String> keys(Response page) {
        return page.path("items.resource.key");
    }

    private static @Nullable String next(Response page) {
        return page.path("next");
    }
}
