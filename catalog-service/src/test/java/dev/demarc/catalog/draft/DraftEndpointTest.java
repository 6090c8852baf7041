package dev.demarc.catalog.draft;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.demarc.catalog.EmbeddedCatalog;
import dev.demarc.catalog.revision.Revisions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@EmbeddedCatalog
class DraftEndpointTest {
    private static final String CONTROL = """
            {"title": "Bucket name begins with our prefix", "service": "s3", "type": "AWS::S3::Bucket",
             "layer": "governance", "category": "CUSTOMER_SPECIFIC", "severity": "low", "assessment": "AUTOMATED",
             "assert": "configuration.name.startsWith('acme-')", "evidence": ["configuration.name"],
             "why": "Names show whose a bucket is."}""";

    @Inject
    Revisions revisions;

    @Test
    void publishesAControlOfOnesOwnAsTheNextRevision() {
        int before = revisions.current().number();
        int draft = begin();

        put(draft, "controls/own-prefix", CONTROL)
                .statusCode(200)
                .body("changes.element", hasItem("controls[own-prefix]"));
        given().post("/api/v1/drafts/{id}/validate", draft)
                .then()
                .statusCode(200)
                .body("valid", equalTo(true));
        given().post("/api/v1/drafts/{id}/publish", draft)
                .then()
                .statusCode(201)
                .body("number", equalTo(before + 1))
                .body("cause", equalTo("DRAFT"));

        given().get("/api/v1/controls/own-prefix").then().statusCode(200).body("number", greaterThan(20000));
        given().get("/api/v1/revisions/{a}/diff/{b}", before, before + 1)
                .then()
                .statusCode(200)
                .body("changes", hasSize(1))
                .body("changes[0].kind", equalTo("ADDED"));
        given().post("/api/v1/drafts/{id}/publish", draft).then().statusCode(409);
    }

    @Test
    void keepsTheNumberOfAControlThatIsChanged() {
        int draft = begin();
        put(draft, "controls/own-again", CONTROL).statusCode(200);

        put(draft, "controls/own-again", CONTROL.replace("our prefix", "a prefix"))
                .statusCode(200);
        put(draft, "controls/own-again", CONTROL.replace("{\"title\"", "{\"number\": 7, \"title\""))
                .statusCode(400)
                .body("field", equalTo("controls[own-again].number"))
                .body("detail", containsString("accepted: 2"));
    }

    @Test
    void retiresAControl() {
        int draft = begin();

        given().delete("/api/v1/drafts/{id}/controls/s3-bucket-mfa-delete", draft)
                .then()
                .statusCode(200)
                .body("changes[0].element", equalTo("controls[s3-bucket-mfa-delete]"))
                .body("changes[0].kind", equalTo("REMOVED"));
        given().delete("/api/v1/drafts/{id}/controls/s3-bucket-mfa-delete", draft)
                .then()
                .statusCode(404)
                .body("field", equalTo("control"));
    }

    @Test
    void changesWhoseALayerOfAServiceIs() {
        int draft = begin();

        put(
                        draft,
                        "services/s3/responsibilities/logging",
                        "{\"party\": \"SHARED\", \"rule\": \"The platform team logs.\", \"source\": \"https://example.com\"}")
                .statusCode(200)
                .body("changes[0].element", equalTo("services[s3]"))
                .body("changes[0].members[0].after.logging.party", equalTo("SHARED"));
    }

    @Test
    void refusesToMakeALayerOfTheCloudTheCustomers() {
        put(
                        begin(),
                        "services/s3/responsibilities/host-os",
                        "{\"party\": \"CUSTOMER\", \"rule\": \"Ours.\", \"source\": \"https://example.com\"}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("services[s3]"))
                .body("detail", containsString("breaks invariant I4"));
    }

    @Test
    void putsAnAwsReportOnFile() {
        int draft = begin();

        put(draft, "provider-evidence/soc-2-spring", """
                        {"series": "aws-soc-2", "title": "SOC 2", "type": "PERIOD", "issuedOn": "2026-05-20",
                         "periodStart": "2025-04-01", "periodEnd": "2026-03-31", "source": "AWS Artifact"}""")
                .statusCode(200)
                .body("changes.element", hasItem("providerEvidence[soc-2-spring]"));
        given().delete("/api/v1/drafts/{id}/provider-evidence/soc-2-spring", draft)
                .then()
                .statusCode(200)
                .body("changes", hasSize(0));
    }

    @Test
    void setsParameters() {
        put(begin(), "parameters", """
                        {"weights": {"critical": 20, "high": 5, "medium": 2, "low": 1}, "dueDays": {"critical": 3},
                         "values": {"trustedAccounts": []}}""").statusCode(200).body("changes[0].element", equalTo("parameters"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"layer\": \"governance\" | \"layer\": \"goverance\" | controls[broken] | goverance",
                "\"severity\": \"low\" | \"severity\": \"tiny\" | controls[broken].severity | critical, high, medium, low",
                "\"severity\": \"low\" | \"severity\": \"low\", \"severety\": \"low\" | controls[broken].severety | is not known",
                "startsWith('acme-') | startsWith( | controls[broken].assert | ",
                "\"type\": \"AWS::S3::Bucket\" | \"type\": \"AWS::S3::Bukket\" | controls[broken].type | Bukket",
                "\"title\": \"Bucket name begins with our prefix\" | \"title\": \"\" | controls[broken] | title of control",
                "[\"configuration.name\"] | [] | controls[broken].evidence | is empty",
            })
    void refusesAMalformedControlWholeWithPathAndReason(String before, String after, String path, String reason) {
        int draft = begin();

        put(draft, "controls/broken", CONTROL.replace(before, after))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(path))
                .body("detail", containsString(reason == null ? "" : reason));

        given().get("/api/v1/drafts/{id}", draft).then().statusCode(200).body("changes", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"title\": | line 1", "[] | accepted: a JSON object", "'' | the body is empty", "null | NULL"})
    void refusesABodyThatIsNoJsonObject(String body, String reason) {
        put(begin(), "controls/broken", body).statusCode(400).body("detail", containsString(reason));
    }

    @Test
    void refusesABodyOfAnotherMediaType() {
        given().contentType("text/plain")
                .body("control")
                .put("/api/v1/drafts/{id}/controls/own", begin())
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void refusesToPublishADraftThatWasOvertaken() {
        int slow = begin();
        int fast = begin();
        put(fast, "controls/own-fast", CONTROL).statusCode(200);
        given().post("/api/v1/drafts/{id}/publish", fast).then().statusCode(201);

        given().post("/api/v1/drafts/{id}/publish", slow)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("begin a new draft"));
    }

    @ParameterizedTest
    @CsvSource({"999999, 404", "first, 400"})
    void answersAnUnknownDraftWithAProblem(String draft, int status) {
        given().get("/api/v1/drafts/{id}", draft)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("field", equalTo("draft"));
    }

    @Test
    void listsDrafts() {
        int draft = begin();

        given().get("/api/v1/drafts").then().statusCode(200).body("id", hasItem(draft));
    }

    @Test
    void dropsADraftButNoneThatIsPublished() {
        int draft = begin();
        given().delete("/api/v1/drafts/{id}", draft).then().statusCode(204);
        int published = begin();
        put(published, "controls/own-kept", CONTROL).statusCode(200);
        given().post("/api/v1/drafts/{id}/publish", published).then().statusCode(201);

        given().delete("/api/v1/drafts/{id}", draft).then().statusCode(404).body("field", equalTo("draft"));
        given().delete("/api/v1/drafts/{id}", published).then().statusCode(409).contentType("application/problem+json");
    }

    private static int begin() {
        return given().post("/api/v1/drafts").then().statusCode(201).extract().path("draft.id");
    }

    private static ValidatableResponse put(int draft, String path, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put("/api/v1/drafts/%d/%s".formatted(draft, path))
                .then();
    }
}
