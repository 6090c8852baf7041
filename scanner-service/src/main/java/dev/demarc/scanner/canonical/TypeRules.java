package dev.demarc.scanner.canonical;

import dev.demarc.contracts.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is done to which path of one resource type: its data file {@code types/AWS-S3-Bucket.json} maps paths to
 * treatments; a type without a file has none of its own.
 */
record TypeRules(List<Rule> rules) {
    /** One path and what is done to it. */
    record Rule(TreePath path, Treatment treatment) {}

    private static final Comparator<Rule> SETS_LAST_INNERMOST_FIRST = Comparator.comparing(
                    (Rule rule) -> rule.treatment() == Treatment.SET)
            .thenComparing(rule -> -rule.path().names().size());

    TypeRules {
        rules = rules.stream().sorted(SETS_LAST_INNERMOST_FIRST).toList();
    }

    static TypeRules of(String type) {
        String file = "/types/" + type.replace("::", "-") + ".json";
        try (InputStream data = TypeRules.class.getResourceAsStream(file)) {
            return new TypeRules(data == null ? List.of() : read(file, data));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static List<Rule> read(String file, InputStream data) throws IOException {
        List<Rule> rules = new ArrayList<>();
        Map<?, ?> paths = Json.MAPPER.readValue(data, TreeMap.class);
        paths.forEach((path, treatment) -> rules.add(rule(file, String.valueOf(path), String.valueOf(treatment))));
        return rules;
    }

    private static Rule rule(String file, String path, String treatment) {
        try {
            return new Rule(TreePath.of(path), Treatment.of(treatment));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s, %s: %s".formatted(file, path, e.getMessage()), e);
        }
    }

    void apply(Map<String, @Nullable Object> tree, Treatments treatments) {
        for (Rule rule : rules) {
            if (rule.treatment() == Treatment.DROP) {
                rule.path().drop(tree);
            } else {
                rule.path().replace(tree, value -> treatments.treat(rule.treatment(), value));
            }
        }
    }
}
