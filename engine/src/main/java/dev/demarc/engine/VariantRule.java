package dev.demarc.engine;

import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.engine.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A variant, compiled.
 *
 * @param id its id within the service
 * @param place how rules are cited, {@code variant:rds/custom}
 * @param stronger ids of all variants that win over this one, also through others
 */
record VariantRule(
        String id, String place, Expression when, Map<String, Responsibility> responsibilities, Set<String> stronger) {
    boolean speaksOn(String layer) {
        return responsibilities.containsKey(layer);
    }

    boolean weakerThan(VariantRule other) {
        return stronger.contains(other.id);
    }

    List<String> paths() {
        return when.paths();
    }
}
