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
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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

    @Test
    void letsAnswersThatCameWholeEndWithoutAFault() {
        List<LogRecord> faults = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord fault) {
                if (fault.getLevel().intValue() >= Level.SEVERE.intValue()) {
                    faults.add(fault);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger all = Logger.getLogger("");
        all.addHandler(handler);
        try {
            for (int reader = 0; reader < 20; reader++) {
                HttpResponse<byte[]> export = Http.get("/api/v1/exports/verdicts.csv");
                assertThat(export.version()).isEqualTo(HttpClient.Version.HTTP_2);
                assertThat(Http.get("/api/v1/findings").statusCode()).isEqualTo(200);
            }
        } finally {
            all.removeHandler(handler);
        }
        assertThat(faults).extracting(LogRecord::getMessage).isEmpty();
    }
}
