package dev.demarc.catalog.browse;

import dev.demarc.shell.problem.RefusedValueException;
import org.jspecify.annotations.Nullable;

/** Reads {@code limit} and {@code cursor} of a list that is ordered by number. */
final class PageParameters {
    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private PageParameters() {}

    static int limit(@Nullable String limit) {
        return number("limit", limit, USUAL, MOST);
    }

    /** The number that the page begins after. */
    static int after(@Nullable String cursor) {
        return number("cursor", cursor, 0, Integer.MAX_VALUE);
    }

    /** The number that a falling page begins below. */
    static int before(@Nullable String cursor) {
        return number("cursor", cursor, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    private static int number(String name, @Nullable String value, int otherwise, int most) {
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below, as a number out of bounds is.
        }
        throw new RefusedValueException(name, value, "1 to " + most);
    }
}
