package dev.demarc.engine.policy;

import java.util.List;
import java.util.Locale;

/**
 * What {@code Action} and {@code NotAction}, or {@code Resource} and {@code NotResource}, select.
 *
 * @param except whether everything but the patterns is selected
 */
record Selection(List<String> patterns, boolean except) {
    private static final String EVERYTHING = "*";
    static final Selection ALL = new Selection(List.of(EVERYTHING), false);

    Selection {
        patterns = List.copyOf(patterns);
    }

    static Selection ofActions(List<String> patterns, boolean except) {
        return new Selection(
                patterns.stream()
                        .map(pattern -> pattern.toLowerCase(Locale.ROOT))
                        .map(pattern -> pattern.equals("*:*") ? EVERYTHING : pattern)
                        .toList(),
                except);
    }

    /** Whether everything that the pattern matches is selected. */
    boolean covers(String pattern) {
        return except
                ? patterns.stream().noneMatch(mine -> Glob.overlap(mine, pattern))
                : patterns.stream().anyMatch(mine -> Glob.covers(mine, pattern));
    }

    /** Whether something that the pattern matches is selected. */
    boolean overlaps(String pattern) {
        return except
                ? patterns.stream().noneMatch(mine -> Glob.covers(mine, pattern))
                : patterns.stream().anyMatch(mine -> Glob.overlap(mine, pattern));
    }

    boolean coversAll(Selection other) {
        return other.except ? covers(EVERYTHING) : other.patterns.stream().allMatch(this::covers);
    }
}
