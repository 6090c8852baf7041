package dev.demarc.assessment.inventory;

import dev.demarc.assessment.listing.AccountFilter;
import dev.demarc.assessment.listing.QueryParameters;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which resources a list is about; empty sets stand for any.
 *
 * @param teams the empty name for none
 */
record ItemFilter(AccountFilter accounts, Set<String> types, Set<String> regions, Set<String> teams) {
    static final Set<String> PARAMETERS = Stream.concat(
                    AccountFilter.PARAMETERS.stream(), Stream.of("type", "region", "team", "cursor", "limit"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern REGION = Pattern.compile("global|[a-z]{2}(-[a-z]+)+-\\d{1,2}");
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9]+::[A-Za-z0-9]*::[A-Za-z0-9]+");

    ItemFilter {
        types = Set.copyOf(types);
        regions = Set.copyOf(regions);
        teams = Set.copyOf(teams);
    }

    static ItemFilter of(QueryParameters parameters) {
        return new ItemFilter(
                AccountFilter.of(parameters),
                parameters.matching("type", TYPE),
                parameters.matching("region", REGION),
                parameters.manyOrEmpty("team"));
    }
}
