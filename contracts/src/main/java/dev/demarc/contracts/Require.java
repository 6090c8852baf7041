package dev.demarc.contracts;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks that records make of their components; a refusal names the component, the value and what is accepted. */
public final class Require {
    private Require() {}

    /** @param meant what the pattern accepts, in words */
    public static String matching(Pattern accepted, @Nullable String value, String name, String meant) {
        if (value == null || !accepted.matcher(value).matches()) {
            throw new IllegalArgumentException("%s is '%s'; accepted: %s".formatted(name, value, meant));
        }
        return value;
    }

    public static String text(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("%s is '%s'; accepted: text that is not blank".formatted(name, value));
        }
        return value;
    }

    /** Text that any store takes: PostgreSQL has none with the character NUL. */
    public static void storable(@Nullable String value, String name) {
        if (value != null && value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(name + " holds the character NUL; accepted: text without it");
        }
    }

    /** A component that a JSON document may lack although its Java type says otherwise. */
    public static <T> T present(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    public static long atLeast(long least, long value, String name) {
        if (value < least) {
            throw new IllegalArgumentException("%s is %d; accepted: %d or more".formatted(name, value, least));
        }
        return value;
    }
}
