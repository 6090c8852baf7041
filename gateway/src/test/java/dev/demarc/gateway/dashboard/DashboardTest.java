package dev.demarc.gateway.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DashboardTest {
    @Test
    void answersDeepLinksWithTheDashboard() {
        for (String path : List.of(
                "/",
                "/accounts/111122223333",
                "/findings/111122223333.eu-central-1.AWS-S3-Bucket.0123456789abcdef.s3-bucket-not-public")) {
            Response page = given().get(path);

            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.contentType()).startsWith("text/html");
            assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
            assertThat(page.asString()).containsIgnoringCase("<!doctype html");
        }
    }

    @Test
    void letsHashedFilesBeKeptForever() {
        String index = given().get("/").asString();
        Matcher script = Pattern.compile("/assets/[\\w.-]+\\.js").matcher(index);
        assertThat(script.find()).isTrue();

        given().get(script.group())
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=31536000, immutable"));
    }

    @Test
    void confinesPagesToTheGatewaysOwnSources() {
        Response page = given().get("/");

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'", "script-src 'self';", "frame-ancestors 'none'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void neverAnswersThePageForWhatAMachineAsked() {
        for (String path : List.of("/api/nothing", "/api", "/q/nothing", "/assets/gone-0a1b.js", "/gone.css")) {
            given().get(path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("detail", containsString(path));
        }
        given().post("/accounts").then().statusCode(404).contentType("application/problem+json");
    }
}
