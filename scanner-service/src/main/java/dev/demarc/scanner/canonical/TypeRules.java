package dev.demarc.scanner.canonical;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of one resource type passes, and what is done to it on its way, as its {@link TypeFile} says. */
final class TypeRules {
    private record Rule(TreePath path, Treatment treatment) {}

    private static final Comparator<Rule> SETS_LAST_INNERMOST_FIRST = Comparator.comparing(
                    (Rule rule) -> rule.treatment() == Treatment.SET)
            .thenComparing(rule -> -rule.path().names().size());

    private final Permitted permitted;
    private final List<Rule> rules;

    TypeRules(TypeFile file) {
        this.permitted = Permitted.by(file);
        this.rules = file.treat().entrySet().stream()
                .map(treated -> new Rule(TreePath.of(treated.getKey()), treated.getValue()))
                .sorted(SETS_LAST_INNERMOST_FIRST)
                .toList();
    }

    static TypeRules of(String type) {
        return new TypeRules(TypeFile.of(type));
    }

    /** Whether what stands at a path below a half of a resource, or something of it, passes. */
    boolean lets(String path) {
        return permitted.lets(TreePath.of(path));
    }

    void apply(Map<String, @Nullable Object> tree, Treatments treatments) {
        permitted.apply(tree);
        rules.forEach(rule -> rule.path().replace(tree, value -> treatments.treat(rule.treatment(), value)));
    }
}
