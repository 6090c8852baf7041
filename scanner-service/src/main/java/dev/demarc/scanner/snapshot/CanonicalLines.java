package dev.demarc.scanner.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scan.Account;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Items in canonical form, one JSON object a line; among them {@code {"account": {...}}} and {@code {"scope": {"scope":
 * "account/region/type", "outcome": "DENIED", "observedAt": "...", "reason": "...", "permission": "..."}}}.
 */
final class CanonicalLines {
    /** The longest line that is read, in bytes. */
    static final int LONGEST_LINE = 64 << 20;

    private final Set<String> types;
    private final Progress progress;

    private record ScopeLine(
            Scope scope,
            @Nullable Outcome outcome,
            Instant observedAt,
            @Nullable String reason,
            @Nullable String permission) {}

    CanonicalLines(Set<String> types, Progress progress) {
        this.types = types;
        this.progress = progress;
    }

    void read(InputStream content, Consumer<Entry> entries) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long number = 1;
        boolean tooLong = false;
        for (int next = content.read(); ; next = content.read()) {
            if (next != '\n' && next >= 0) {
                if (line.size() < LONGEST_LINE) {
                    line.write(next);
                } else {
                    tooLong = true;
                }
                continue;
            }
            String place = "line " + number;
            if (tooLong) {
                entries.accept(new Entry.Fault(place, null, "longer than %d bytes".formatted(LONGEST_LINE)));
            } else if (line.size() > 0) {
                entries.accept(entry(place, line.toByteArray()));
            }
            progress.reached("line", number);
            if (next < 0) {
                return;
            }
            line = new ByteArrayOutputStream();
            number++;
            tooLong = false;
        }
    }

    private Entry entry(String place, byte[] line) throws IOException {
        JsonNode node;
        try {
            node = Json.MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            long column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            return new Entry.Fault(place, null, "malformed JSON at column " + column);
        }
        if (!node.isObject()) {
            return new Entry.Fault(place, null, "not a JSON object");
        }
        try {
            return entry(place, node);
        } catch (JsonProcessingException e) {
            return new Entry.Fault(place, scope(node), Faults.of(e));
        } catch (IllegalArgumentException e) {
            return new Entry.Fault(place, scope(node), String.valueOf(e.getMessage()));
        }
    }

    private Entry entry(String place, JsonNode node) throws JsonProcessingException {
        if (node.path("account").isObject()) {
            return new Entry.OfAccount(Json.MAPPER.treeToValue(node.path("account"), Account.class));
        }
        if (node.path("scope").isObject()) {
            ScopeLine line = Json.MAPPER.treeToValue(node.path("scope"), ScopeLine.class);
            Outcome outcome = line.outcome() == null ? Outcome.COMPLETE : line.outcome();
            return new Entry.OfScope(
                    dev.demarc.contracts.Require.present(line.scope(), "scope"),
                    outcome,
                    dev.demarc.contracts.Require.present(line.observedAt(), "observedAt"),
                    line.reason(),
                    line.permission());
        }
        ResourceConfiguration resource = Json.MAPPER.treeToValue(node, ResourceConfiguration.class);
        return types.contains(resource.resourceType())
                ? new Entry.Item(resource)
                : new Entry.Foreign(resource.resourceType(), place);
    }

    static @Nullable Scope scope(JsonNode node) {
        try {
            JsonNode account = node.has("accountId") ? node.path("accountId") : node.path("awsAccountId");
            return new Scope(
                    account.asText(),
                    node.path("awsRegion").asText(),
                    node.path("resourceType").asText());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
