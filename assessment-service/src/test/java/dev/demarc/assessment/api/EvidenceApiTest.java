package dev.demarc.assessment.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dev.demarc.embedded.EmbeddedStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedStackResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = ApiFixture.DATABASE),
            @ResourceArg(name = "topics", value = ApiFixture.TOPICS)
        })
class EvidenceApiTest {
    @Test
    void refusesEvidenceThatIsTooLargeOrOfAnotherKindAndSaysWhatIsAccepted() {
        given().contentType("application/pdf")
                .body(new byte[10 * 1024 * 1024 + 1])
                .post("/api/v1/evidence-files?name=large.pdf")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("at most 10 MB"));
        given().contentType("application/pdf")
                .body(new byte[] {0x7f, 'E', 'L', 'F', 2, 1})
                .post("/api/v1/evidence-files?name=report.pdf")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("detail", containsString("The file holds application/x-elf; accepted: PDF (.pdf), Word"));
        given().urlEncodingEnabled(false)
                .contentType("application/pdf")
                .body(new byte[] {1})
                .post("/api/v1/evidence-files?name=a%2Fb.pdf")
                .then()
                .statusCode(400)
                .body("field", is("name"));
    }
}
