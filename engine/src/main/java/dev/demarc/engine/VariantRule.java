package dev.demarc.engine;

import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.engine.expression.Evaluation;
import dev.demarc.engine.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A variant, compiled.
 *
 * @param id its id within the service
 * @param place how rules are cited, {@code variant:rds/custom}
 * @param stronger ids of all variants that win over this one, also through others
 * @param owner who answers for its layers where that is not the resource's own account, else null
 */
record VariantRule(
        String id,
        String place,
        Expression when,
        Map<String, Responsibility> responsibilities,
        Set<String> stronger,
        @Nullable OwnerRule owner) {
    /** The owner of a variant, compiled. */
    record OwnerRule(Expression account, boolean guardrail) {
        LayerOwner of(Evaluation evaluation) {
            return new LayerOwner(account.text(evaluation), guardrail);
        }
    }

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
