package dev.demarc.scanner.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.Require;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands an item in canonical form; beside items there are {@code {"account": {...}}} and {@code {"scope": {"scope":
 * "account/region/type", "outcome": "DENIED", "observedAt": "...", "reason": "...", "permission": "..."}}}.
 */
final class CanonicalItem {
    private static final Pattern TYPE = Pattern.compile("AWS::[A-Za-z0-9]*::[A-Za-z0-9]+");
    private static final String NEITHER =
            "it is no item; accepted: an object with resourceType, as AWS Config writes it"
                    + " or in canonical form, or an account or a scope";

    private final Set<String> types;

    private record ScopeLine(
            Scope scope,
            @Nullable Outcome outcome,
            Instant observedAt,
            @Nullable String reason,
            @Nullable String permission) {}

    CanonicalItem(Set<String> types) {
        this.types = types;
    }

    Entry entry(String place, JsonNode node) {
        try {
            return understood(place, node);
        } catch (JsonProcessingException e) {
            return new Entry.Fault(place, scope(node), Faults.of(e));
        } catch (IllegalArgumentException e) {
            return new Entry.Fault(place, scope(node), String.valueOf(e.getMessage()));
        }
    }

    private Entry understood(String place, JsonNode node) throws JsonProcessingException {
        if (node.path("account").isObject()) {
            AccountLine account = Json.MAPPER.treeToValue(node.path("account"), AccountLine.class);
            account.over(Optional.empty());
            return new Entry.OfAccount(account);
        }
        if (node.path("scope").isObject()) {
            return ofScope(Json.MAPPER.treeToValue(node.path("scope"), ScopeLine.class));
        }
        String type = node.path("resourceType").asText();
        if (type.isEmpty()) {
            return new Entry.Fault(place, null, NEITHER);
        }
        if (TYPE.matcher(type).matches() && !types.contains(type)) {
            return new Entry.Foreign(type, place);
        }
        return new Entry.Item(place, Json.MAPPER.treeToValue(node, ResourceConfiguration.class));
    }

    private static Entry ofScope(ScopeLine line) {
        Outcome outcome = line.outcome() == null ? Outcome.COMPLETE : line.outcome();
        return new Entry.OfScope(
                Require.present(line.scope(), "scope"),
                outcome,
                Require.present(line.observedAt(), "observedAt"),
                outcome == Outcome.COMPLETE
                        ? line.reason()
                        : Require.text(line.reason(), "reason of a scope that is " + outcome),
                line.permission());
    }

    private static @Nullable Scope scope(JsonNode node) {
        try {
            return new Scope(
                    node.path("accountId").asText(),
                    node.path("awsRegion").asText(),
                    node.path("resourceType").asText());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
