package dev.demarc.scanner.collector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Listings for which the SDK has no paginator. */
final class Pages {
    private Pages() {}

    /** @param call asks for the page at a marker, null for the first */
    static <P, T> List<T> all(
            Function<@Nullable String, P> call, Function<P, List<T>> items, Function<P, @Nullable String> next) {
        List<T> all = new ArrayList<>();
        String marker = null;
        do {
            P page = call.apply(marker);
            all.addAll(items.apply(page));
            marker = next.apply(page);
        } while (marker != null && !marker.isEmpty());
        return all;
    }
}
