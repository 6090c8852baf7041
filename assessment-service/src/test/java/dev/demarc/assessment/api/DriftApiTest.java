package dev.demarc.assessment.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.demarc.embedded.EmbeddedStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedStackResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = ApiFixture.DATABASE),
            @ResourceArg(name = "topics", value = ApiFixture.TOPICS)
        })
class DriftApiTest {
    @Inject
    DataSource dataSource;

    @BeforeEach
    void stored() {
        ApiFixture.store(dataSource);
    }

    @AfterEach
    void everythingIsWrittenDown() throws SQLException {
        update("DELETE FROM drift_begun");
    }

    @Test
    void refusesToTellWhatMovedSinceAnUnknownInstant() {
        given().get("/api/v1/drift?organization=o-example&since=soon")
                .then()
                .statusCode(400)
                .body("field", is("since"));
        given().get("/api/v1/changes?organization=o-example")
                .then()
                .statusCode(400)
                .body("field", is("since"));
        given().get("/api/v1/changes?organization=o-example&since=2999-01-01")
                .then()
                .statusCode(400)
                .body("field", is("since"));
    }

    @Test
    void tellsWhatIsNew() {
        given().get("/api/v1/changes?organization=o-example&since=2026-01-01")
                .then()
                .statusCode(200)
                .body("resolved.bySeverity.critical", is(2))
                .body("unowned.resources", is(10))
                .body("unowned.findings", is(30))
                .body("duties", empty());
        given().get("/api/v1/drift?organization=o-example&since=2026-01-01&kind=verdict&limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", is("VERDICT"))
                .body("total", is(2));
    }

    @Test
    void tellsWhatIsNewAsFarAsMovesAreWrittenDown() throws SQLException {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        update("INSERT INTO drift_begun (at) VALUES ('%s')".formatted(yesterday));

        given().get("/api/v1/changes?organization=o-example&since=2026-01-01")
                .then()
                .statusCode(200)
                .body("since", is(yesterday.toString()));
        given().get("/api/v1/drift?organization=o-example").then().statusCode(200);
        given().get("/api/v1/drift?organization=o-example&since=2026-01-01")
                .then()
                .statusCode(400)
                .body("detail", endsWith("not before %s, since when moves are written down".formatted(yesterday)));
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
