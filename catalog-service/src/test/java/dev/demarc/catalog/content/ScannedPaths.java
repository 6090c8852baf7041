package dev.demarc.catalog.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.resource.ResourceConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the scanner lets pass of a type, as its data file says.
 *
 * @param values paths whose values pass
 * @param wholes paths of which all passes
 */
record ScannedPaths(Set<List<String>> values, Set<List<String>> wholes) {
    private static final Path FOLDER = Path.of("../scanner-service/src/main/resources/types");
    private static final Set<String> OF_VALUES = Set.of("day", "set");
    private static final String ANY = "*";

    static ScannedPaths of(String type) {
        Set<List<String>> values = new HashSet<>();
        Set<List<String>> wholes = new HashSet<>();
        JsonNode file = file(type);
        file.path("pass").properties().forEach(members -> members.getValue()
                .forEach(name -> values.add(segments(members.getKey() + "." + name.asText()))));
        file.path("treat").properties().forEach(treated -> {
            String treatment = treated.getValue().asText();
            (OF_VALUES.contains(treatment) ? values : wholes).add(segments(treated.getKey()));
        });
        return new ScannedPaths(values, wholes);
    }

    private static JsonNode file(String type) {
        try {
            return Json.MAPPER.readTree(Files.readString(FOLDER.resolve(type.replace("::", "-") + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> segments(String path) {
        return List.of(path.split("\\."));
    }

    /** Whether the path, or something of what stands there, passes. */
    boolean let(List<String> path) {
        return values.stream().anyMatch(value -> begins(value, path))
                || wholes.stream().anyMatch(whole -> begins(whole, path) || begins(path, whole));
    }

    private static boolean begins(List<String> path, List<String> with) {
        if (path.size() < with.size()) {
            return false;
        }
        for (int i = 0; i < with.size(); i++) {
            String one = path.get(i);
            String other = with.get(i);
            if (!one.equals(other) && !one.equals(ANY) && !other.equals(ANY)) {
                return false;
            }
        }
        return true;
    }

    /** The paths of a resource that do not pass. */
    Set<String> missing(ResourceConfiguration resource) {
        Set<String> missing = new TreeSet<>();
        resource.configuration().forEach((name, value) -> add(List.of("configuration", name), value, missing));
        resource.supplementaryConfiguration()
                .forEach((name, value) -> add(List.of("supplementaryConfiguration", name), value, missing));
        return missing;
    }

    private void add(List<String> path, @Nullable Object value, Set<String> missing) {
        if (!let(path)) {
            missing.add(String.join(".", path));
        } else if (value instanceof Map<?, ?> object) {
            object.forEach((name, inner) -> add(below(path, String.valueOf(name)), inner, missing));
        } else if (value instanceof Collection<?> list) {
            list.forEach(element -> add(path, element, missing));
        }
    }

    private static List<String> below(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }
}
