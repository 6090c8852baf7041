package dev.demarc.local;

import com.sun.net.httpserver.HttpServer;
import dev.demarc.shell.process.ExitWithParent;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Answers as a service of the platform does, without doing anything; given words, it is a short-lived scanner. */
final class FakeService {
    static final int SCANNER_STATUS = 7;

    private FakeService() {}

    public static void main(String[] words) throws Exception {
        if (words.length > 0) {
            System.out.println(Arrays.asList(words) + " to " + System.getenv("KAFKA_BOOTSTRAP_SERVERS"));
            System.exit(words[1].endsWith(".jsonl.gz") ? 0 : SCANNER_STATUS);
        }
        if (Boolean.getBoolean(ExitWithParent.PROPERTY)) {
            ExitWithParent.watch();
        }
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByName(System.getenv("QUARKUS_HTTP_HOST")), port), 0);
        answer(server, "/q/health/ready", "{\"status\": \"UP\"}");
        answer(server, "/api/v1/operations/recount", "{\"agrees\": true}");
        answer(server, "/database", String.valueOf(System.getenv("QUARKUS_DATASOURCE_JDBC_URL")));
        server.createContext("/die", exchange -> Runtime.getRuntime().halt(3));
        server.start();
        System.out.println("listens on " + port);
    }

    private static void answer(HttpServer server, String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
