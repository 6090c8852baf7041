package dev.demarc.scanner.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the emulator and answers chosen calls itself: refusals, faults, and what the emulator lacks. One for all
 * tests of this JVM, so that clients that lead to it can be used again.
 */
public final class AwsProxy {
    private static final Set<String> NOT_FORWARDED =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

    private static @Nullable AwsProxy shared;

    private final HttpServer server;
    private final URI target;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    private record Answer(int status, String type, String body) {}

    private AwsProxy(Moto moto) {
        target = moto.endpoint();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(AwsProxy::daemon));
        server.createContext("/", this::handle);
        server.start();
    }

    static synchronized AwsProxy before(Moto moto) {
        if (shared == null) {
            shared = new AwsProxy(moto);
        }
        return shared;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers calls that have this in their query, target header or body. */
    public AwsProxy refuse(String call, int status, String code) {
        String body =
                "<ErrorResponse><Response><Errors><Error><Code>%1$s</Code><Message>refused by the test</Message></Error></Errors></Response><Error><Code>%1$s</Code><Message>refused by the test</Message></Error></ErrorResponse>"
                        .formatted(code);
        return answer(call, status, "text/xml", body);
    }

    /** As {@link #refuse}, for the S3 protocol. */
    public AwsProxy refuseS3(String call, int status, String code) {
        return answer(
                call,
                status,
                "application/xml",
                "<Error><Code>%s</Code><Message>refused by the test</Message></Error>".formatted(code));
    }

    /** As {@link #refuse}, for the EC2 protocol. */
    public AwsProxy refuseEc2(String call, int status, String code) {
        return answer(
                call,
                status,
                "text/xml",
                "<Response><Errors><Error><Code>%s</Code><Message>refused by the test</Message></Error></Errors><RequestID>1</RequestID></Response>"
                        .formatted(code));
    }

    /** As {@link #refuse}, for JSON protocols. */
    public AwsProxy jsonFault(String call, int status, String code) {
        return answer(
                call,
                status,
                "application/x-amz-json-1.1",
                "{\"__type\":\"%s\",\"message\":\"refused by the test\"}".formatted(code));
    }

    /** Answers calls of a JSON protocol. */
    public AwsProxy json(String call, String body) {
        return answer(call, 200, "application/x-amz-json-1.1", body);
    }

    /** Answers calls of a query protocol. */
    public AwsProxy xml(String call, String body) {
        return answer(call, 200, "text/xml", body);
    }

    /** Answers nothing by itself any more. */
    void forget() {
        answers.clear();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "aws-proxy");
        thread.setDaemon(true);
        return thread;
    }

    private AwsProxy answer(String call, int status, String type, String body) {
        answers.put(call, new Answer(status, type, body));
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String asked =
                exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("X-Amz-Target") + " "
                        + new String(body, StandardCharsets.UTF_8);
        for (Map.Entry<String, Answer> rule : answers.entrySet()) {
            if (asked.contains(rule.getKey())) {
                Answer answer = rule.getValue();
                exchange.getResponseHeaders().add("Content-Type", answer.type());
                send(exchange, answer.status(), answer.body().getBytes(StandardCharsets.UTF_8));
                return;
            }
        }
        forward(exchange, body);
    }

    private void forward(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target.toString() + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!NOT_FORWARDED.contains(name)) {
                    exchange.getResponseHeaders().put(name, List.copyOf(values));
                }
            });
            send(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
