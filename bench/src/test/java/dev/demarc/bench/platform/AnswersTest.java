package dev.demarc.bench.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private final HttpServer server;
    private final Answers answers;

    AnswersTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/good", exchange -> {
            byte[] body = "an answer".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/busy", exchange -> {
            byte[] body = "not ready".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        answers = new Answers(HttpClient.newHttpClient(), server.getAddress().getPort());
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void timesAnAnswer() {
        assertThat(answers.of("/good")).isEqualTo("an answer");
        assertThat(answers.milliseconds("/good")).isPositive();
    }

    @Test
    void timesNothingButAnAnswer() {
        assertThatThrownBy(() -> answers.milliseconds("/busy"))
                .isInstanceOf(UnmeasuredException.class)
                .hasMessage("GET /busy was answered with 503: not ready");
    }

    @Test
    void timesNoSilence() {
        server.stop(0);

        assertThatThrownBy(() -> answers.milliseconds("/good"))
                .isInstanceOf(UnmeasuredException.class)
                .hasMessageContaining("GET /good was not answered");
    }

    @Test
    void waitsForAnAnswerWithoutTakingAnotherForIt() {
        assertThat(answers.ifAny("/busy")).isEmpty();
        assertThat(answers.ifAny("/good")).hasValue("an answer");
    }

    @Test
    void loadsNoServerThatRefuses() {
        HttpLoad load = new HttpLoad(server.getAddress().getPort());

        assertThatThrownBy(() -> load.rate("/busy", Duration.ofMillis(100)))
                .hasMessageContaining("/busy")
                .hasStackTraceContaining("503");
    }
}
