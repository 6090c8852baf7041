package dev.demarc.gateway.upstream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.gateway.FakeServices;
import dev.demarc.gateway.Http;
import dev.demarc.gateway.RunningGateway;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Those who take long over an answer, or none of it, cost nobody else theirs. */
@QuarkusTest
class ReadersTest {
    @BeforeEach
    void fill() {
        RunningGateway.filled();
    }

    @Test
    void letsSlowReadersOfExportsHoldNobodyElseUp() throws IOException {
        String export = "/api/v1/exports/verdicts.csv?" + FakeServices.ENDLESS;
        List<Socket> slow = Stream.generate(() -> Http.unread(export)).limit(12).toList();

        given().get("/api/v1/findings/none").then().statusCode(404);
        assertThat(slow.stream().map(Http::head))
                .filteredOn(head -> head.startsWith("HTTP/1.1 503"))
                .isNotEmpty()
                .allSatisfy(
                        refusal -> assertThat(refusal.toLowerCase(Locale.ROOT)).contains("retry-after: 2"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> given().get("/api/v1/exports/verdicts.csv").then().statusCode(200));
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void letsReadersWhoBreakOffCostNobodyElseTheirAnswer() throws IOException {
        for (int reader = 0; reader < 200; reader++) {
            Socket breakingOff = Http.unread("/api/v1/resources/page");
            breakingOff.setSoLinger(true, 0);
            breakingOff.close();
            if (reader % 4 == 0) {
                given().get("/api/v1/findings").then().statusCode(200);
            }
        }
    }
}
