package dev.demarc.scanner.canonical;

import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.scanner.collector.Planted;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of a resource by their paths, through lists to each element; a planted key of a map is {@code *}. */
final class Leaves {
    private final Map<String, String> texts = new TreeMap<>();

    private Leaves() {}

    /** All values at one path as one text; a policy document is one value. */
    static Map<String, String> of(Collection<ResourceConfiguration> items) {
        Leaves leaves = new Leaves();
        for (ResourceConfiguration item : items) {
            leaves.add("configuration", item.configuration());
            leaves.add("supplementaryConfiguration", item.supplementaryConfiguration());
        }
        return leaves.texts;
    }

    /** A path and all that it is below. */
    static Stream<String> withParents(String path) {
        return Stream.iterate(path, one -> one.contains("."), one -> one.substring(0, one.lastIndexOf('.')));
    }

    private void add(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> object && !object.isEmpty() && !object.containsKey("Statement")) {
            object.forEach((name, inner) -> add(
                    path + "." + (String.valueOf(name).contains(Planted.KEY) ? TreePath.ANY : String.valueOf(name)),
                    inner));
        } else if (value instanceof Collection<?> list && !list.isEmpty()) {
            list.forEach(element -> add(path, element));
        } else if (path.contains(".")) {
            texts.merge(path, String.valueOf(value), (one, other) -> one + " " + other);
        }
    }
}
