package dev.demarc.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The services behind the gateway: one that answers in every good and bad way, and one that is away. */
public final class FakeServices implements QuarkusTestResourceLifecycleManager {
    /** How many bytes the large answer has. */
    public static final int LARGE = 5_000_000;

    /** How many bytes an answer has that is as large as pages of a list become. */
    private static final int PAGE = 500_000;

    /** The query of an export that ends only when nobody takes it any more. */
    public static final String ENDLESS = "account=222200002222";

    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer starting = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server = starting;
            starting.setExecutor(threads);
            starting.createContext("/api/v1/findings", FakeServices::findings);
            starting.createContext(
                    "/api/v1/resources/broken", exchange -> answer(exchange, 500, "text/html", "<h1>oh</h1>"));
            starting.createContext("/api/v1/resources/slow", this::neverAnswer);
            starting.createContext("/api/v1/resources/large", exchange -> zeros(exchange, LARGE));
            starting.createContext("/api/v1/resources/page", exchange -> zeros(exchange, PAGE));
            starting.createContext("/api/v1/exports/verdicts.csv", FakeServices::export);
            starting.createContext("/api/v1/waivers", FakeServices::echo);
            starting.createContext("/api/v1/evidence-files", FakeServices::echo);
            starting.createContext("/api/v1/accounts/", FakeServices::past);
            starting.createContext("/api/v1/scans", FakeServices::scans);
            starting.start();
            String url = "http://127.0.0.1:" + starting.getAddress().getPort();
            return Map.ofEntries(
                    Map.entry("demarc.assessment.url", url),
                    Map.entry("demarc.scanner.url", url + "/"),
                    Map.entry("demarc.catalog.url", "http://127.0.0.1:" + portOfNobody()),
                    Map.entry("demarc.gateway.upstream.answer-timeout", "5s"),
                    Map.entry("demarc.gateway.upstream.downloads", "2"),
                    Map.entry("demarc.gateway.upstream.patience", "2s"),
                    Map.entry("demarc.gateway.upstream.reader-patience", "4s"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        end.countDown();
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }

    private static void findings(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        if (path.equals("/api/v1/findings")) {
            String query = exchange.getRequestURI().getRawQuery();
            answer(exchange, 200, "application/json", "{\"items\":[],\"query\":\"" + query + "\"}");
        } else {
            answer(
                    exchange,
                    404,
                    "application/problem+json",
                    "{\"type\":\"/problems/not-found\",\"title\":\"There is no such thing\",\"status\":404,\"detail\":\""
                            + path + "\"}");
        }
    }

    private static void echo(HttpExchange exchange) throws IOException {
        int length = exchange.getRequestBody().readAllBytes().length;
        answer(
                exchange,
                200,
                "application/json",
                "{\"query\":\"%s\",\"length\":%d}"
                        .formatted(exchange.getRequestURI().getRawQuery(), length));
    }

    private void neverAnswer(HttpExchange exchange) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private static void zeros(HttpExchange exchange, int length) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(new byte[length]);
        exchange.close();
    }

    private static void export(HttpExchange exchange) throws IOException {
        if (ENDLESS.equals(exchange.getRequestURI().getRawQuery())) {
            exchange.getResponseHeaders().set("Content-Type", "text/csv;charset=UTF-8");
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(new byte[64 * 1024]);
            }
        }
        exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"verdicts.csv\"");
        answer(
                exchange,
                200,
                "text/csv;charset=UTF-8",
                "query\r\n" + exchange.getRequestURI().getRawQuery());
    }

    private static void past(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                "application/json",
                "{\"query\":\"" + exchange.getRequestURI().getRawQuery() + "\"}");
    }

    private static void scans(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Location", "http://elsewhere:8082/api/v1/scans/now");
        answer(exchange, 202, "application/json", new String(body, StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
