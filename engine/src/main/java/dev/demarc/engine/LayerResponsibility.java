package dev.demarc.engine;

import dev.demarc.contracts.catalog.Layer;
import dev.demarc.contracts.catalog.Responsibility;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose one layer of one resource is, with the rule that decided.
 *
 * @param decidedBy {@code model:PAAS}, {@code service:rds} or {@code variant:rds/custom}
 * @param paths configuration paths that the deciding rule read
 * @param undecided why a more specific rule could not speak, null where decided
 * @param owner who answers for it where that is not the resource's own account, else null
 */
public record LayerResponsibility(
        Layer layer,
        Responsibility responsibility,
        String decidedBy,
        List<String> paths,
        @Nullable Undecided undecided,
        @Nullable LayerOwner owner) {
    public LayerResponsibility {
        paths = List.copyOf(paths);
    }
}
