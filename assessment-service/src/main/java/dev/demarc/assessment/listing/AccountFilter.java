package dev.demarc.assessment.listing;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which accounts a list is about. The sample organisation is never listed together with others: without an
 * organisation and without accounts it is about the first real organisation, or the sample where there is none.
 *
 * @param accounts ids, empty for any
 * @param units paths of organisational units with all below them, names joined by slashes, empty for any
 */
public record AccountFilter(Set<String> accounts, Set<String> units, Optional<String> organization) {
    public static final Set<String> PARAMETERS = Set.of("account", "ou", "organization");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    public AccountFilter {
        accounts = Set.copyOf(accounts);
        units = Set.copyOf(units);
    }

    public static AccountFilter of(QueryParameters parameters) {
        return new AccountFilter(
                parameters.matching("account", ACCOUNT), parameters.many("ou"), parameters.one("organization"));
    }
}
