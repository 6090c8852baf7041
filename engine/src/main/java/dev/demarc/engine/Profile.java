package dev.demarc.engine;

import dev.demarc.contracts.Party;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All parties of one resource together; few distinct ones exist.
 *
 * @param service the service's id, empty where the catalog knows no service of the resource's type
 * @param layers in the catalog's order
 */
public record Profile(String service, List<LayerDecision> layers) {
    public Profile {
        layers = List.copyOf(layers);
    }

    /**
     * Whose one layer is.
     *
     * @param decidedBy {@code model:PAAS}, {@code service:rds} or {@code variant:rds/custom}
     * @param undecided why a more specific rule could not speak, null where decided
     * @param owner who answers for it where that is not the resource's own account, else null
     */
    public record LayerDecision(
            String layer,
            Party party,
            String decidedBy,
            @Nullable Undecided undecided,
            @Nullable LayerOwner owner) {}
}
