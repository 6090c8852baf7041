package dev.demarc.scanner.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.Json;
import dev.demarc.scanner.canonical.Documents;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads members that AWS Config writes as objects, as text that holds them, or as text that holds such text. */
final class ConfigJson {
    private ConfigJson() {}

    /** @throws IllegalArgumentException where the node holds no object; one that is missing is empty */
    static Map<String, @Nullable Object> object(String place, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Map.of();
        }
        return object(place, Json.MAPPER.convertValue(node, Object.class));
    }

    static Map<String, @Nullable Object> object(String place, @Nullable Object value) {
        if (!(decoded(value) instanceof Map<?, ?> object)) {
            throw new IllegalArgumentException("%s is not an object".formatted(place));
        }
        Map<String, @Nullable Object> members = new TreeMap<>();
        object.forEach((name, member) -> members.put(String.valueOf(name), member));
        return members;
    }

    /** A document as an object; null where it is empty, which is how some services write that there is none. */
    static @Nullable Map<String, @Nullable Object> document(String place, Object value) {
        if (value instanceof String text && text.isBlank()) {
            return null;
        }
        Map<String, @Nullable Object> document = object(place, value);
        return document.isEmpty() ? null : document;
    }

    /** The member as an object; null where it is missing or null. */
    static @Nullable Map<String, @Nullable Object> member(Map<String, @Nullable Object> object, String name) {
        Object value = object.get(name);
        return value == null ? null : object(name, value);
    }

    /** The member as a list; empty where it is missing or null. */
    static List<?> list(Map<String, @Nullable Object> object, String name) {
        Object decoded = decoded(object.get(name));
        if (decoded == null) {
            return List.of();
        }
        if (!(decoded instanceof List<?> list)) {
            throw new IllegalArgumentException("%s is not a list".formatted(name));
        }
        return list;
    }

    static @Nullable Object decoded(@Nullable Object value) {
        return value instanceof String text ? Documents.decoded(text) : value;
    }

    static @Nullable String text(Map<String, @Nullable Object> object, String name) {
        Object value = object.get(name);
        return value == null ? null : value.toString();
    }
}
