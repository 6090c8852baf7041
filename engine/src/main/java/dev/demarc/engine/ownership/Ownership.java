package dev.demarc.engine.ownership;

import dev.demarc.contracts.catalog.Parameters;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which team owns what, by a catalog's parameters: {@code teamTags} and {@code stackTags} are keys of tags, the first
 * found winning; {@code ouTeams} gives teams by the path of an organisational unit, names joined by slashes, and holds
 * for all below it; {@code workloadTags} names the workload that a resource is part of, else its stack does.
 */
public record Ownership(
        List<String> teamTags, List<String> stackTags, List<String> workloadTags, Map<String, String> unitTeams) {
    public static final List<String> LISTS = List.of("teamTags", "stackTags", "workloadTags");
    public static final String UNIT_TEAMS = "ouTeams";

    /** How many characters of a tag's value name a team or a workload. */
    static final int LONGEST_NAME = 128;

    /** Where no catalog says anything: only an account's own team counts. */
    public static final Ownership NONE = new Ownership(List.of(), List.of(), List.of(), Map.of());

    public Ownership {
        teamTags = List.copyOf(teamTags);
        stackTags = List.copyOf(stackTags);
        workloadTags = List.copyOf(workloadTags);
        unitTeams = Map.copyOf(unitTeams);
    }

    public static Ownership of(Parameters parameters) {
        return new Ownership(
                keys(parameters, "teamTags", List.of("team", "owner")),
                keys(parameters, "stackTags", List.of("aws:cloudformation:stack-name")),
                keys(parameters, "workloadTags", List.of("workload", "application")),
                unitTeams(parameters));
    }

    /** A tag of the resource, else its stack, else what owns its account. */
    public Optional<String> ofResource(Map<String, String> tags, Optional<String> accountTeam) {
        return first(tags, teamTags).or(() -> first(tags, stackTags)).or(() -> accountTeam);
    }

    /** The account's own team, else that of the nearest organisational unit which has one. */
    public Optional<String> ofAccount(@Nullable String team, List<String> ouPath) {
        String path = String.join("/", ouPath) + '/';
        return Optional.ofNullable(team).filter(own -> !own.isBlank()).or(() -> unitTeams.entrySet().stream()
                .filter(unit -> path.startsWith(unit.getKey() + '/'))
                .max(Comparator.comparingInt(unit -> unit.getKey().length()))
                .map(Map.Entry::getValue));
    }

    public Optional<String> workload(Map<String, String> tags) {
        return first(tags, workloadTags).or(() -> first(tags, stackTags));
    }

    private static Optional<String> first(Map<String, String> tags, List<String> keys) {
        return keys.stream()
                .map(tags::get)
                .filter(Objects::nonNull)
                .filter(value -> !value.isBlank())
                .map(Ownership::bounded)
                .findFirst();
    }

    /** Whoever may tag a resource writes this; as long as a name is, it is kept whole. */
    private static String bounded(String name) {
        int most = name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length())));
        return name.substring(0, most).strip();
    }

    private static List<String> keys(Parameters parameters, String name, List<String> otherwise) {
        return parameters.values().get(name) instanceof Collection<?> keys
                ? keys.stream().filter(Objects::nonNull).map(Object::toString).toList()
                : otherwise;
    }

    private static Map<String, String> unitTeams(Parameters parameters) {
        return parameters.values().get(UNIT_TEAMS) instanceof Map<?, ?> units
                ? units.entrySet().stream()
                        .collect(Collectors.toMap(
                                unit -> String.valueOf(unit.getKey()),
                                unit -> String.valueOf(unit.getValue()),
                                (one, other) -> one,
                                LinkedHashMap::new))
                : Map.of();
    }
}
