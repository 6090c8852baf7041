package dev.demarc.scanner.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Names of members from the outside in, as {@code BackupPlan.BackupPlanName}; lists are passed through. */
record ConfigPath(List<String> names) {
    /** Also from JSON, which finds it by this name. */
    static ConfigPath valueOf(String text) {
        return new ConfigPath(List.of(text.split("\\.", -1)));
    }

    /** What stands there; empty where there is none, or null. */
    Optional<Object> in(Map<String, @Nullable Object> object) {
        Object found = object.get(names.get(0));
        for (String name : names.subList(1, names.size())) {
            if (found == null) {
                break;
            }
            found = ConfigJson.object(name, found).get(name);
        }
        return Optional.ofNullable(found);
    }

    void replace(Map<String, @Nullable Object> object, UnaryOperator<@Nullable Object> change) {
        object.computeIfPresent(names.get(0), (name, value) -> replaced(value, 1, change));
    }

    private @Nullable Object replaced(@Nullable Object value, int depth, UnaryOperator<@Nullable Object> change) {
        if (depth == names.size()) {
            return change.apply(value);
        }
        if (value instanceof Collection<?> list) {
            List<@Nullable Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(replaced(element, depth, change)));
            return elements;
        }
        if (value == null) {
            return null;
        }
        Map<String, @Nullable Object> object = new TreeMap<>(ConfigJson.object(names.get(depth), value));
        object.computeIfPresent(names.get(depth), (name, inner) -> replaced(inner, depth + 1, change));
        return object;
    }

    @Override
    public String toString() {
        return String.join(".", names);
    }
}
