package dev.demarc.scanner.canonical;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which members of a JSON tree may leave the scanner: those that are named, and no other. */
final class Permitted {
    private final Map<String, Permitted> members = new TreeMap<>();
    private boolean values;
    private boolean everything;

    static Permitted by(TypeFile file) {
        Permitted permitted = new Permitted();
        file.passing().forEach(path -> permitted.at(path).values = true);
        file.treat().forEach((path, treatment) -> {
            switch (treatment) {
                case DAY -> permitted.at(path).values = true;
                case HASH, NAMES_ONLY, DETECT, COMMAND, DOCUMENT -> permitted.at(path).everything = true;
                case SET -> permitted.at(path);
            }
        });
        return permitted;
    }

    private Permitted at(String path) {
        Permitted at = this;
        for (String name : TreePath.of(path).names()) {
            at = at.members.computeIfAbsent(name, unknown -> new Permitted());
        }
        return at;
    }

    /** Whether what stands at a path, or something of it, may leave. */
    boolean lets(TreePath path) {
        Permitted at = this;
        for (String name : path.names()) {
            Permitted next = at.everything ? at : at.of(name);
            if (next == null) {
                return false;
            }
            at = next;
        }
        return true;
    }

    /** Takes out of an object what is not permitted. */
    void apply(Map<String, @Nullable Object> object) {
        object.entrySet().removeIf(member -> {
            Permitted permitted = of(member.getKey());
            return permitted == null || !permitted.passes(member.getValue());
        });
    }

    private @Nullable Permitted of(String name) {
        Permitted named = members.get(name);
        return named == null ? members.get(TreePath.ANY) : named;
    }

    private boolean passes(@Nullable Object value) {
        if (everything || value == null) {
            return true;
        }
        if (value instanceof Map<?, ?>) {
            return passes(TreePath.asObject(value));
        }
        if (value instanceof List<?> list) {
            // Nothing left of a list would say that AWS has none.
            return list.isEmpty() || !(list.removeIf(element -> !passes(element)) && list.isEmpty());
        }
        return values;
    }

    private boolean passes(Map<String, @Nullable Object> object) {
        if (!members.isEmpty()) {
            apply(object);
        }
        return !members.isEmpty();
    }
}
