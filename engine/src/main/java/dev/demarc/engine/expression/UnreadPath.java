package dev.demarc.engine.expression;

import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelAttribute.Qualifier;
import dev.cel.runtime.CelAttributePattern;
import dev.demarc.contracts.resource.Unread;
import dev.demarc.engine.path.ConfigurationPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A path of the resource that could not be read, as expressions meet it.
 *
 * @param unknown what an expression must not take for read
 */
record UnreadPath(ConfigurationPath path, Unread unread, List<CelAttributePattern> unknown) {
    UnreadPath {
        unknown = List.copyOf(unknown);
    }

    /** @param variables what was read of the resource */
    static UnreadPath of(Unread unread, Function<String, Optional<Object>> variables) {
        ConfigurationPath path = withoutElements(ConfigurationPath.ofUnread(unread));
        String root = path.segments().get(0);
        List<CelAttributePattern> unknown = root.equals(ConfigurationPath.ANY)
                ? ReadPaths.ROOTS.stream().map(CelAttributePattern::create).toList()
                : List.of(pattern(root, path.segments(), variables.apply(root).orElse(null)));
        return new UnreadPath(path, unread, unknown);
    }

    /** Whether the attribute is what could not be read, or holds it. */
    boolean explains(CelAttribute attribute) {
        return unknown.stream().anyMatch(pattern -> pattern.isMatch(attribute) || pattern.isPartialMatch(attribute));
    }

    /** Of a list or object whose elements could not be read, not even their number is known. */
    private static ConfigurationPath withoutElements(ConfigurationPath path) {
        int end = path.segments().size();
        while (end > 1 && isAny(path.segments().get(end - 1))) {
            end--;
        }
        return new ConfigurationPath(path.segments().subList(0, end));
    }

    /** Where a member on the way is absent, it is what is unknown. */
    private static CelAttributePattern pattern(String root, List<String> segments, @Nullable Object value) {
        CelAttributePattern pattern = CelAttributePattern.create(root);
        @Nullable Object parent = value;
        for (String segment : segments.subList(1, segments.size())) {
            pattern = pattern.qualify(isAny(segment) ? Qualifier.ofWildCard() : Qualifier.ofString(segment));
            if (parent instanceof Map<?, ?> map && !isAny(segment)) {
                if (!map.containsKey(segment)) {
                    return pattern;
                }
                parent = map.get(segment);
            } else {
                parent = null;
            }
        }
        return pattern;
    }

    private static boolean isAny(String segment) {
        return segment.equals(ConfigurationPath.ELEMENTS) || segment.equals(ConfigurationPath.ANY);
    }
}
