package dev.demarc.scanner.collector;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers every call of every service with nothing, in the service's own protocol; {@link Planted} fills it in. */
public final class PlantedAws implements AutoCloseable {
    private static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();

    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final HttpServer server;

    private PlantedAws(HttpServer server) {
        this.server = server;
    }

    public static PlantedAws start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            PlantedAws aws = new PlantedAws(server);
            server.createContext("/", PlantedAws::answer);
            server.setExecutor(aws.threads);
            server.start();
            PORTS.add(server.getAddress().getPort());
            return aws;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isAt(int port) {
        return PORTS.contains(port);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] nothing = nothing(exchange);
            exchange.getResponseHeaders().add("Content-Type", type(exchange));
            if (isCbor(exchange)) {
                exchange.getResponseHeaders().add("smithy-protocol", "rpc-v2-cbor");
            }
            exchange.sendResponseHeaders(200, nothing.length);
            exchange.getResponseBody().write(nothing);
        }
    }

    private static byte[] nothing(HttpExchange exchange) {
        if (isCbor(exchange)) {
            return new byte[] {(byte) 0xa0};
        }
        return (isXml(exchange) ? "<Nothing/>" : "{}").getBytes(StandardCharsets.UTF_8);
    }

    private static String type(HttpExchange exchange) {
        if (isCbor(exchange)) {
            return "application/cbor";
        }
        return isXml(exchange) ? "text/xml" : "application/json";
    }

    private static boolean isCbor(HttpExchange exchange) {
        return "rpc-v2-cbor".equals(header(exchange, "smithy-protocol"));
    }

    private static boolean isXml(HttpExchange exchange) {
        String signature = header(exchange, "Authorization");
        return header(exchange, "Content-Type").startsWith("application/x-www-form-urlencoded")
                || signature.contains("/s3/aws4_request")
                || signature.contains("/cloudfront/aws4_request");
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        PORTS.remove(server.getAddress().getPort());
        server.stop(0);
        threads.shutdownNow();
    }
}
