package dev.demarc.assessment.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.embedded.EmbeddedStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads has connections of their own. */
@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedStackResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = ApiFixture.DATABASE),
            @ResourceArg(name = "topics", value = ApiFixture.TOPICS)
        })
class ReadPoolTest {
    private static final int READERS = 10;

    @Inject
    DataSource writers;

    @Inject
    @io.quarkus.agroal.DataSource("reads")
    DataSource readers;

    @BeforeEach
    void stored() {
        ApiFixture.store(writers);
    }

    @Test
    void readersCannotTakeTheConnectionsOfWriters() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < READERS; i++) {
                taken.add(readers.getConnection());
            }

            assertThatThrownBy(() -> taken.add(readers.getConnection())).isInstanceOf(SQLException.class);
            try (Connection writer = writers.getConnection()) {
                assertThat(writer.isValid(1)).isTrue();
            }
            given().get("/api/v1/findings").then().statusCode(503).header("Retry-After", "5");
        } finally {
            for (Connection each : taken) {
                each.close();
            }
        }
        given().get("/api/v1/findings").then().statusCode(200);
    }
}
