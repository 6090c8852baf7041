package dev.demarc.scanner.canonical;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is done to a path before anything of it leaves the scanner; in data, in lower case with hyphens. */
enum Treatment {
    /** The value becomes its keyed hash: equal values stay equal, nobody can read them. */
    HASH,
    /** The values become {@code masked}; names stay. */
    NAMES_ONLY,
    /** Text that looks like a secret becomes {@code masked}. */
    DETECT,
    /** The arguments of a command become {@code masked} where they, looked at as a whole, look like a secret. */
    COMMAND,
    /** A JSON document passes whole, but for conditions that work as passwords. */
    DOCUMENT,
    /** A time is cut to its day. */
    DAY,
    /** A list without order is sorted; what of its elements passes is named beside it. */
    SET;

    @JsonCreator
    static Treatment of(String name) {
        for (Treatment treatment : values()) {
            if (treatment.dataName().equals(name)) {
                return treatment;
            }
        }
        throw new IllegalArgumentException("treatment is '%s'; accepted: %s"
                .formatted(
                        name, Arrays.stream(values()).map(Treatment::dataName).collect(Collectors.joining(", "))));
    }

    private String dataName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
