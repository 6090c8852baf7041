package dev.demarc.gateway.framework;

import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Ids of requirements such as {@code 2.1.10}: in the order that a reader expects, numbers by value; and their parts. */
final class RequirementIds {
    static final Comparator<String> NATURAL =
            Comparator.comparing((String id) -> padded(id)).thenComparing(Comparator.naturalOrder());

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private RequirementIds() {}

    /** Whether a requirement is the other or a part of it, as AC-2(1)(a) is of AC-2, or 8.3.10.1 of 8.3. */
    static boolean isWithin(String id, String whole) {
        return id.startsWith(whole)
                && (id.length() == whole.length()
                        || id.charAt(whole.length()) == '('
                        || id.charAt(whole.length()) == '.');
    }

    private static String padded(String id) {
        return NUMBER.matcher(id).replaceAll(RequirementIds::digits);
    }

    private static String digits(MatchResult number) {
        return "%09d".formatted(Integer.parseInt(number.group()));
    }
}
