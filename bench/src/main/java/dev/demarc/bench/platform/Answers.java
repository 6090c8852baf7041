package dev.demarc.bench.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What a server on loopback answers; nothing but a 200 is an answer. */
public final class Answers {
    private static final int OK = 200;

    private final HttpClient http;
    private final int port;

    Answers(HttpClient http, int port) {
        this.http = http;
        this.port = port;
    }

    /** The body of an answer, which there must be. */
    public String of(String path) {
        try {
            HttpResponse<String> response = ask(path);
            if (response.statusCode() != OK) {
                throw new UnmeasuredException(
                        "GET %s was answered with %d: %s".formatted(path, response.statusCode(), response.body()));
            }
            return response.body();
        } catch (IOException e) {
            throw new UnmeasuredException("GET " + path + " was not answered: " + e, e);
        }
    }

    /** Milliseconds to an answer, which there must be. */
    public double milliseconds(String path) {
        long begun = System.nanoTime();
        of(path);
        return (System.nanoTime() - begun) / 1e6;
    }

    /** The body of an answer; empty while there is none. */
    public Optional<String> ifAny(String path) {
        try {
            HttpResponse<String> response = ask(path);
            return response.statusCode() == OK ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private HttpResponse<String> ask(String path) throws IOException {
        try {
            URI address = URI.create("http://127.0.0.1:" + port + path);
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnmeasuredException("interrupted while " + path + " was asked for", e);
        }
    }
}
