package dev.demarc.assessment.account;

import dev.demarc.contracts.catalog.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which team owns a resource: what a tag of it says, else its stack, else its account's. Which tags is in the catalog's
 * parameters {@code teamTags} and {@code stackTags}, each a list of keys, the first found winning.
 */
public final class OwningTeam {
    private static final List<String> TEAM_TAGS = List.of("team", "owner");
    private static final List<String> STACK_TAGS = List.of("aws:cloudformation:stack-name");

    private OwningTeam() {}

    public static Optional<String> of(Map<String, String> tags, Parameters parameters, @Nullable String accountTeam) {
        return first(tags, keys(parameters, "teamTags", TEAM_TAGS))
                .or(() -> first(tags, keys(parameters, "stackTags", STACK_TAGS)))
                .or(() -> Optional.ofNullable(accountTeam).filter(team -> !team.isBlank()));
    }

    private static Optional<String> first(Map<String, String> tags, List<String> keys) {
        return keys.stream()
                .map(tags::get)
                .filter(Objects::nonNull)
                .filter(team -> !team.isBlank())
                .findFirst();
    }

    private static List<String> keys(Parameters parameters, String name, List<String> otherwise) {
        return parameters.values().get(name) instanceof List<?> keys
                ? keys.stream().filter(Objects::nonNull).map(Object::toString).toList()
                : otherwise;
    }
}
