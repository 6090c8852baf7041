package dev.demarc.local;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.api.DeadLetterView;
import dev.demarc.local.platform.PlatformException;
import dev.demarc.local.platform.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Shows what could not be processed, sends it again or takes it out. */
final class DeadLettersCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FIRST_REFUSAL = 300;
    private static final String USAGE =
            "./demarc dead-letters knows list, replay [ID...] and drop [ID...]; given was: ";

    private final Workplace workplace;
    private final HttpClient client = HttpClient.newHttpClient();

    /** A page of letters. */
    private record Letters(List<DeadLetterView> items) {}

    DeadLettersCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    int run(List<String> words) {
        URI letters = workplace.mustRun().address(Service.GATEWAY).resolve("/api/v1/dead-letters");
        String act = words.isEmpty() ? "list" : words.get(0);
        List<String> ids = words.isEmpty() ? List.of() : words.subList(1, words.size());
        return switch (act) {
            case "list" -> list(letters, ids);
            case "replay", "drop" -> act(letters, act, ids);
            default -> throw new UsageException(USAGE + String.join(" ", words));
        };
    }

    private int list(URI letters, List<String> more) {
        if (!more.isEmpty()) {
            throw new UsageException(USAGE + "list " + String.join(" ", more));
        }
        List<DeadLetterView> all = all(letters);
        for (DeadLetterView each : all) {
            System.out.printf(
                    "%s  %s  %s%n    key %s, %d bytes%n    %s%n",
                    each.id(), each.at(), each.origin(), each.key(), each.bytes(), each.reason());
        }
        System.out.println(all.isEmpty() ? "No dead letters" : all.size() + " shown, the newest first");
        return 0;
    }

    private int act(URI letters, String act, List<String> ids) {
        List<String> chosen = ids.isEmpty()
                ? all(letters).stream()
                        .filter(letter -> act.equals("drop") || letter.replayable())
                        .map(DeadLetterView::id)
                        .toList()
                : ids;
        int refused = 0;
        for (String id : chosen) {
            HttpRequest.Builder request = act.equals("drop")
                    ? HttpRequest.newBuilder(URI.create(letters + "/" + id)).DELETE()
                    : HttpRequest.newBuilder(URI.create(letters + "/" + id + "/replay"))
                            .POST(HttpRequest.BodyPublishers.noBody());
            HttpResponse<String> answer = send(request);
            if (answer.statusCode() >= FIRST_REFUSAL) {
                refused++;
                System.err.println(id + ": " + answer.body());
            }
        }
        System.out.printf(
                "%d %s, %d refused%n", chosen.size() - refused, act.equals("drop") ? "dropped" : "replayed", refused);
        return refused == 0 ? 0 : 1;
    }

    private List<DeadLetterView> all(URI letters) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(letters + "?limit=500")));
        if (answer.statusCode() >= FIRST_REFUSAL) {
            throw new PlatformException("The gateway refuses: " + answer.body());
        }
        return Json.read(answer.body().getBytes(StandardCharsets.UTF_8), Letters.class)
                .items();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new PlatformException("The gateway does not answer: see ./demarc status", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted while the gateway was asked", e);
        }
    }
}
