package dev.demarc.scanner.canonical;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parts of an object in canonical form. */
public final class Members {
    private Members() {}

    /** The named members, {@code null} where the object has none. */
    public static Map<String, @Nullable Object> only(Map<String, @Nullable Object> object, String... names) {
        Map<String, @Nullable Object> part = new TreeMap<>();
        for (String name : names) {
            part.put(name, object.get(name));
        }
        return part;
    }

    /** An object of a canonical tree as what it is. */
    public static Map<String, @Nullable Object> of(@Nullable Object object) {
        if (!(object instanceof Map<?, ?>)) {
            throw new IllegalArgumentException("not an object");
        }
        return Trees.object(object);
    }
}
