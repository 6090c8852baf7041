package dev.demarc.scanner.collector;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What people call a resource that has no name but by its tag. */
final class Names {
    private Names() {}

    static <T> @Nullable String of(Collection<T> tags, Function<T, String> key, Function<T, String> value) {
        return tags.stream()
                .filter(tag -> key.apply(tag).equals("Name"))
                .map(value)
                .findFirst()
                .orElse(null);
    }
}
