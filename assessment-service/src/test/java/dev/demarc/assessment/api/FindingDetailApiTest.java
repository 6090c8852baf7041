package dev.demarc.assessment.api;

import static dev.demarc.assessment.api.ApiFixture.BAD;
import static dev.demarc.assessment.api.ApiFixture.MENDED;
import static dev.demarc.assessment.api.ApiFixture.PAYMENTS;
import static dev.demarc.assessment.api.ApiFixture.SAMPLE;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.demarc.embedded.EmbeddedStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedStackResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = ApiFixture.DATABASE),
            @ResourceArg(name = "topics", value = ApiFixture.TOPICS)
        })
class FindingDetailApiTest {
    @Inject
    DataSource dataSource;

    @BeforeEach
    void stored() {
        ApiFixture.store(dataSource);
    }

    @Test
    void namesTheAccountThatAnswersForALayerThatIsInherited() {
        String id = given().get("/api/v1/findings?account={a}&control=bucket-not-public", SAMPLE)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].resource.account", is(SAMPLE))
                .body("items[0].owner.account", is(PAYMENTS))
                .body("items[0].owner.accountName", is("Payments"))
                .body("items[0].owner.team", is("payments"))
                .extract()
                .path("items[0].id");

        given().get("/api/v1/findings/{id}", id)
                .then()
                .statusCode(200)
                .body("whose.decidedBy", is("variant:s3/shared"))
                .body("whose.inheritedFrom.account", is(PAYMENTS))
                .body("whose.inheritedFrom.team", is("payments"));
    }

    @Test
    void explainsOneFinding() {
        given().get("/api/v1/findings/" + BAD + ".bucket-encrypted")
                .then()
                .statusCode(200)
                .body("finding.title", is("Title of bucket-encrypted"))
                .body("finding.party", is("SHARED"))
                .body("whose.layer", is("data"))
                .body("whose.party", is("CUSTOMER"))
                .body("whose.decidedBy", is("model:ABSTRACTED"))
                .body("whose.rule", is("You decide who reads your data."))
                .body("why", is("Because of bucket-encrypted"))
                .body("remedy.console", is("Mend it."))
                .body("remedy.variant", nullValue())
                .body("remedy.undecided", empty())
                .body("evidence[0].path", is("configuration.good"))
                .body("evidence[0].state", is("READ"))
                .body("evidence[0].value", is(false))
                .body("customerHalf", is("FAIL"))
                .body("provider.duty", is("AWS does its part."))
                .body("provider.verdict", is("PASS"))
                .body("provider.evidence.id", hasItem("aws-soc-2-2020"))
                .body("maps.prowler", hasItem("check-bucket-encrypted"));
    }

    @Test
    void tellsEveryTimeThatAFindingWasOpen() {
        given().get("/api/v1/findings/" + BAD + ".bucket-not-public")
                .then()
                .statusCode(200)
                .body("finding.state", is("OPEN"))
                .body("history", hasSize(2))
                .body("history[0].since", is("2026-06-10T07:00:00Z"))
                .body("history[0].until", nullValue())
                .body("history[1].until", is("2026-05-09T00:00:00Z"));
    }

    @Test
    void explainsAFindingThatIsResolved() {
        given().get("/api/v1/findings/" + MENDED + ".bucket-not-public")
                .then()
                .statusCode(200)
                .body("finding.state", is("RESOLVED"))
                .body("customerHalf", is("PASS"));
    }

    @ParameterizedTest
    @CsvSource({
        "x",
        "111122223333.eu-central-1.AWS-S3-Bucket.0000000000000000.bucket-not-public",
        "111122223333.eu-central-1.AWS-S3-Bucket.0000000000000000.no-such-control",
        "1.eu-central-1.AWS-S3-Bucket.0000000000000000.bucket-not-public",
    })
    void knowsNothingOfOtherIds(String id) {
        given().get("/api/v1/findings/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", is("There is no finding '" + id + "'"));
    }
}
