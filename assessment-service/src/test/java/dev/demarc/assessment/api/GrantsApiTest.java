package dev.demarc.assessment.api;

import static dev.demarc.assessment.api.ApiFixture.BAD;
import static dev.demarc.assessment.api.ApiFixture.OF_SAMPLE;
import static dev.demarc.assessment.api.ApiFixture.PAYMENTS;
import static dev.demarc.assessment.api.ApiFixture.PLATFORM;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.demarc.assessment.CalledByTheGateway;
import dev.demarc.contracts.access.Grant;
import dev.demarc.contracts.access.Granted;
import dev.demarc.contracts.access.Person;
import dev.demarc.contracts.access.Reach;
import dev.demarc.contracts.access.Role;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.embedded.EmbeddedStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a grant does not reach does not exist, whatever is asked. */
@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedStackResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = ApiFixture.DATABASE),
            @ResourceArg(name = "topics", value = ApiFixture.TOPICS)
        })
class GrantsApiTest {
    private static final Reach INFRASTRUCTURE = Reach.ofUnit("o-example", List.of("Infrastructure"));

    @Inject
    DataSource dataSource;

    @BeforeEach
    void stored() {
        ApiFixture.store(dataSource);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/findings?organization=o-example",
                "/findings?state=resolved&organization=o-example",
                "/findings?since=2026-01-01&organization=o-example",
                "/findings?account=111122223333",
                "/resources?organization=o-example",
                "/resources?account=111122223333",
                "/teams?organization=o-example",
                "/drift?organization=o-example",
                "/changes?since=2026-06-01&organization=o-example",
                "/exports/verdicts.csv?organization=o-example",
                "/exports/verdicts.csv?account=111122223333",
                "/attestations?organization=o-example"
            })
    void whoeverSeesOneUnitIsToldOfNothingBesideIt(String path) {
        as(Role.VIEWER, INFRASTRUCTURE);

        String told =
                given().get("/api/v1" + path).then().statusCode(200).extract().asString();

        assertThat(told.replace("account=" + PAYMENTS, ""))
                .doesNotContain(PAYMENTS)
                .doesNotContainIgnoringCase("payments");
    }

    @Test
    void whoeverSeesOneUnitIsToldOfItAsOfAccounts() {
        as(Role.VIEWER, INFRASTRUCTURE);
        String ofUnit = given().get("/api/v1/findings?organization=o-example").asString();
        as(Role.VIEWER, Reach.ofAccounts(Set.of(PLATFORM)));
        String ofAccount =
                given().get("/api/v1/findings?organization=o-example").asString();
        as(Role.VIEWER, Reach.EVERYTHING);
        String all = given().get("/api/v1/findings?account=" + PLATFORM).asString();

        assertThat(ofUnit).contains(PLATFORM).isEqualTo(ofAccount).isEqualTo(all);
    }

    @Test
    void whatIsNotSeenIsAsUnknownAsWhatIsNot() {
        as(Role.VIEWER, INFRASTRUCTURE);

        for (String path : List.of(
                "/resources/" + BAD,
                "/findings/" + BAD + ".bucket-not-public",
                "/accounts/" + PAYMENTS + "/scorecard",
                "/accounts/" + PAYMENTS + "?asOf=2026-06-10")) {
            String detail = given().get("/api/v1" + path)
                    .then()
                    .statusCode(404)
                    .extract()
                    .path("detail");
            String stranger = given().get("/api/v1" + path.replace(PAYMENTS, "777777777777"))
                    .then()
                    .statusCode(404)
                    .extract()
                    .path("detail");
            assertThat(detail.replace(PAYMENTS, "777777777777")).as(path).isEqualTo(stranger);
        }
    }

    @Test
    void aTeamIsToldOfItsOwnInAnAccountAndOfNothingElseThere() {
        as(Role.OWNER, Reach.ofTeam("payments"));

        given().get("/api/v1/findings?account=" + PAYMENTS)
                .then()
                .body("items.owner.team", everyItem(is("payments")))
                .body("items", hasSize(3))
                .body("total", is(3));
        given().get("/api/v1/resources?account=" + PAYMENTS)
                .then()
                .body("items", hasSize(2))
                .body("items.team", everyItem(is("payments")));
        given().get("/api/v1/teams?organization=o-example")
                .then()
                .body("team", is(List.of("payments")))
                .body("[0].resources", is(2));
        given().get("/api/v1/resources/" + BAD).then().statusCode(200);
        given().get("/api/v1/accounts/" + PAYMENTS + "/scorecard").then().statusCode(404);
        String lines = given().get("/api/v1/exports/verdicts.csv?organization=o-example")
                .then()
                .extract()
                .asString();
        assertThat(lines.lines().skip(1)).isNotEmpty().allMatch(line -> line.contains(",payments,"));
    }

    @Test
    void aTeamWithNothingIsToldNothing() {
        as(Role.OWNER, Reach.ofTeam("nobody"));

        given().get("/api/v1/findings?organization=o-example").then().body("items", hasSize(0));
        given().get("/api/v1/teams?organization=o-example").then().body("", hasSize(0));
    }

    @Test
    void anOwnerWhoseAccountIsNotSeenHasNoNameButWhatTheResourceSays() {
        String key = ResourceKey.of(OF_SAMPLE, "bad").toString();
        as(Role.VIEWER, Reach.ofOrganization("sample"));

        String told = given().get("/api/v1/resources/" + key)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(told).doesNotContain("Payments").doesNotContain("\"payments\"");
    }

    @ParameterizedTest
    @CsvSource({
        "VIEWER, /attestations, owner",
        "APPROVER, /waivers, owner",
        "OWNER, /waivers/00000000-0000-0000-0000-000000000001/approve, approver",
        "VIEWER, /evidence-files?name=a.txt, owner",
        "ADMINISTRATOR, /operations/recount, operator on everything"
    })
    void anActAsksForItsRole(Role role, String path, String accepted) {
        as(role, Reach.EVERYTHING);

        given().contentType("application/json")
                .body("{}")
                .post("/api/v1" + path)
                .then()
                .statusCode(403)
                .body("type", is("/problems/forbidden"), "detail", containsString("accepted: role " + accepted));
    }

    @Test
    void aRecountIsOfEverythingOrNotAtAll() {
        as(Role.OPERATOR, Reach.ofOrganization("o-example"));

        given().post("/api/v1/operations/recount").then().statusCode(403);
    }

    @Test
    void aGrantOfNothingIsRefused() {
        CalledByTheGateway.as(new Grant(new Person("idp 1", "Ada"), List.of()));

        given().get("/api/v1/findings")
                .then()
                .statusCode(403)
                .body("detail", containsString("Nothing is granted to you"), "detail", not(containsString("Ada")));
    }

    private static void as(Role role, Reach reach) {
        CalledByTheGateway.as(new Grant(new Person("idp 1", "Ada"), List.of(new Granted(role, reach))));
    }
}
