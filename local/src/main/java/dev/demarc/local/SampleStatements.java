package dev.demarc.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.MalformedRecordException;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.api.StatementAct;
import dev.demarc.contracts.api.StatementProposal;
import dev.demarc.contracts.api.StatementScope;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.local.platform.PlatformException;
import dev.demarc.local.sample.SampleOrganization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the people of the sample organisation state, through the API as people would. */
final class SampleStatements {
    private static final String FILE = "/sample/statements.json";
    private static final String AUTHOR = "Iris Vogel";
    private static final String APPROVER = "Tomas Lind";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /**
     * One of the file; it is approved unless it is undecided.
     *
     * @param ou the organisational unit that it is about, else
     * @param account the account, else
     * @param resource the resource
     * @param withdrawnBecause why it is withdrawn once all has been stated
     */
    record Statement(
            StatementKind kind,
            String control,
            @Nullable String ou,
            @Nullable String account,
            @Nullable Resource resource,
            String text,
            @Nullable String compensatingControl,
            int days,
            boolean undecided,
            @Nullable String withdrawnBecause) {
        record Resource(String account, String region, String type, String id) {
            String key() {
                return ResourceKey.of(new Scope(account, region, type), id).toString();
            }
        }

        StatementProposal proposal(String evidence, Instant now) {
            StatementScope scope = new StatementScope(
                    ou == null ? null : "sample",
                    ou == null ? List.of() : List.of(ou),
                    account == null ? List.of() : List.of(account),
                    resource == null ? List.of() : List.of(resource.key()));
            return new StatementProposal(
                    control,
                    scope,
                    text,
                    compensatingControl,
                    List.of(evidence),
                    AUTHOR,
                    null,
                    now.plus(Duration.ofDays(days)));
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI gateway;
    private final Instant now;

    SampleStatements(URI gateway, Instant now) {
        this.gateway = gateway;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /** States everything once the sample's accounts have their scorecards, unless that was done before. */
    void state() {
        until(
                "scorecards of the sample",
                request("organization?organization=sample").GET(),
                answer -> answer.path("accountsRead").asInt(-1)
                        == answer.path("accountsExpected").asInt());
        JsonNode before = until(
                "attestations",
                request("attestations?limit=1&account=" + SampleOrganization.MANAGEMENT)
                        .GET(),
                answer -> answer.has("total"));
        if (before.path("total").asLong() > 0) {
            return;
        }
        String evidence = evidence();
        Map<String, String> withdrawn = new LinkedHashMap<>();
        for (Statement each : all()) {
            String path = each.kind().name().toLowerCase(Locale.ROOT) + "s";
            String id = post(path, each.proposal(evidence, now));
            if (!each.undecided()) {
                post(path + "/" + id + "/approve", new StatementAct(APPROVER, "Agreed."));
            }
            if (each.withdrawnBecause() != null) {
                withdrawn.put(path + "/" + id + "/withdraw", each.withdrawnBecause());
            }
        }
        withdrawn.forEach((path, reason) -> post(path, new StatementAct(AUTHOR, reason)));
    }

    private List<Statement> all() {
        try (InputStream file = Objects.requireNonNull(SampleStatements.class.getResourceAsStream(FILE))) {
            return List.of(Json.MAPPER.readValue(file, Statement[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " of this program cannot be read", e);
        }
    }

    private String evidence() {
        byte[] minutes = "Minutes of the security round of the sample organisation.\n".getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder upload = request("evidence-files?name=minutes.txt")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofByteArray(minutes));
        return until("evidence", upload, answer -> answer.has("id")).path("id").asText();
    }

    /** Posts until it is accepted: what it names, or what stands against it, may still be under way. */
    private String post(String path, Object body) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)));
        return until(path, request, answer -> answer.has("id")).path("id").asText();
    }

    private JsonNode until(String what, HttpRequest.Builder request, Predicate<JsonNode> enough) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode answer = send(request);
            if (enough.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw new PlatformException("%s: after %d s still %s".formatted(what, PATIENCE.toSeconds(), answer));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve("/api/v1/" + path)).timeout(PATIENCE);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            return Json.read(
                    client.send(request.build(), BodyHandlers.ofByteArray()).body(), JsonNode.class);
        } catch (IOException e) {
            throw new PlatformException("The gateway cannot be asked: " + e.getMessage(), e);
        } catch (MalformedRecordException e) {
            throw new PlatformException("The gateway's answer is not understood: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static PlatformException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new PlatformException("Interrupted while the sample's people stated", e);
    }
}
