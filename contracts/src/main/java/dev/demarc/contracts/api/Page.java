package dev.demarc.contracts.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the {@code cursor} of the next page, null on the last
 * @param total how many there are in all, null where counting them would cost more than reading the page
 */
public record Page<T>(
        List<T> items, @Nullable String next, @Nullable Long total) {
    public Page {
        items = List.copyOf(items);
    }
}
