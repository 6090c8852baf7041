package dev.demarc.catalog.browse;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.demarc.catalog.EmbeddedCatalog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@EmbeddedCatalog
class CatalogEndpointTest {
    @Test
    void givesTheLayersFromTheGroundUp() {
        given().get("/api/v1/layers")
                .then()
                .statusCode(200)
                .body("$", hasSize(22))
                .body("[0].id", equalTo("facilities"));
    }

    @Test
    void givesAServiceWithItsVariants() {
        given().get("/api/v1/services/s3")
                .then()
                .statusCode(200)
                .body("model", equalTo("ABSTRACTED"))
                .body("variants.id", hasItem("customer-key"));
    }

    @Test
    void givesAControlWithItsAssertion() {
        given().get("/api/v1/controls/s3-bucket-keeps-versions")
                .then()
                .statusCode(200)
                .body("severity", equalTo("medium"))
                .body("assert", containsString("bucketVersioning"));
    }

    @Test
    void filtersControls() {
        given().queryParam("type", "AWS::S3::Bucket")
                .queryParam("severity", "medium")
                .get("/api/v1/controls")
                .then()
                .statusCode(200)
                .body("items.type", everyItem(equalTo("AWS::S3::Bucket")))
                .body("items.severity", everyItem(equalTo("medium")));
    }

    @Test
    void givesControlsPageByPage() {
        String next = given().queryParam("limit", 1)
                .get("/api/v1/controls")
                .then()
                .extract()
                .path("next");

        given().queryParam("limit", 1000)
                .queryParam("cursor", next)
                .get("/api/v1/controls")
                .then()
                .statusCode(200)
                .body("next", nullValue())
                .body("items.number", everyItem(org.hamcrest.Matchers.greaterThan(Integer.valueOf(next))));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/controls/nothing, 404, control",
        "/api/v1/services/nothing, 404, service",
        "/api/v1/frameworks/nothing, 404, framework",
        "/api/v1/controls?severity=grave, 400, severity",
        "/api/v1/controls?limit=0, 400, limit",
        "/api/v1/controls?limit=many, 400, limit",
        "/api/v1/revisions/999, 404, number",
        "/api/v1/revisions/first, 400, number",
    })
    void answersABadRequestWithAProblemThatNamesTheField(String path, int status, String field) {
        given().get(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("field", equalTo(field));
    }

    @Test
    void answersAnUnknownPathWithAProblem() {
        given().get("/api/v1/nothing-here")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"));
    }

    @Test
    void answersAMethodThatIsNotAllowedWithAProblem() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/layers")
                .then()
                .statusCode(405)
                .contentType("application/problem+json");
    }

    @Test
    void describesItselfAsOpenApi() {
        given().accept(ContentType.JSON)
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/api/v1/controls/{control}'.get.summary", containsString("One control"));
    }

    @Test
    void isHealthy() {
        given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void showsItsMetrics() {
        given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
    }
}
