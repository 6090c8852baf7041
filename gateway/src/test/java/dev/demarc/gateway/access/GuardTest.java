package dev.demarc.gateway.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.demarc.gateway.RunningGateway;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GuardTest {
    @BeforeEach
    void fill() {
        RunningGateway.filled();
    }

    @Test
    void refusesReadsUnderAForeignHostName() {
        for (String path : List.of("/", "/api/v1/organization", "/q/metrics", "/assets/gone.js")) {
            given().header("Host", "evil.example")
                    .get(path)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/foreign-host"))
                    .body("detail", containsString("'evil.example'"));
        }
    }

    @Test
    void refusesWritesFromForeignPages() {
        given().header("Origin", "http://evil.example")
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/scans")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/foreign-origin"));
        given().header("Sec-Fetch-Site", "cross-site")
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/scans")
                .then()
                .statusCode(403);
    }

    @Test
    void takesWritesFromItsOwnPages() {
        given().header("Host", "localhost:8080")
                .header("Origin", "http://localhost:8080")
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/scans")
                .then()
                .statusCode(202);
    }
}
