package dev.demarc.engine.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads policy elements, which may be one value or a list of them. */
final class Json {
    private Json() {}

    static List<?> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? list : List.of(value);
    }

    static List<String> texts(@Nullable Object value, String element) {
        List<String> texts = new ArrayList<>();
        for (Object each : list(value)) {
            if (each instanceof Map || each instanceof List) {
                throw new IllegalArgumentException(
                        "%s of the policy holds an object; accepted: text".formatted(element));
            }
            texts.add(String.valueOf(each));
        }
        return texts;
    }

    /** A member by its name, in whatever case it is written: policies from outside are not all as AWS prints them. */
    static @Nullable Object member(Map<?, ?> object, String name) {
        Object exact = object.get(name);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            if (name.equalsIgnoreCase(String.valueOf(entry.getKey()))) {
                return entry.getValue();
            }
        }
        return null;
    }

    static Map<?, ?> object(@Nullable Object value, String element) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("%s is '%s'; accepted: a JSON object"
                .formatted(element, value == null ? null : value.getClass().getSimpleName()));
    }
}
