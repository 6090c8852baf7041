package dev.demarc.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Asks over HTTP for JSON and other text. */
final class JsonHttp {
    private final HttpClient client = HttpClient.newHttpClient();

    /** The answer as it is. */
    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The answer, which must have this status. */
    String body(HttpRequest request, int status) {
        HttpResponse<String> response = send(request);
        if (response.statusCode() != status) {
            throw new IllegalStateException(
                    request.uri() + " was answered with " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    /** Whether it answers that all is well. */
    boolean isWell(URI address) {
        try {
            return send(HttpRequest.newBuilder(address).build()).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    static JsonNode json(String body) {
        return Json.read(body.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }
}
