package dev.demarc.gateway.framework;

import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Orders ids such as {@code 2.1.10} as a reader expects: numbers by value, the rest by text. */
final class RequirementOrder {
    static final Comparator<String> NATURAL =
            Comparator.comparing((String id) -> padded(id)).thenComparing(Comparator.naturalOrder());

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private RequirementOrder() {}

    private static String padded(String id) {
        return NUMBER.matcher(id).replaceAll(RequirementOrder::digits);
    }

    private static String digits(MatchResult number) {
        return "%09d".formatted(Integer.parseInt(number.group()));
    }
}
