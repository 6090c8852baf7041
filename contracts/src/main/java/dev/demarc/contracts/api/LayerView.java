package dev.demarc.contracts.api;

import dev.demarc.contracts.Party;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose a layer is on one resource, or on a service.
 *
 * @param decidedBy the rule's place: {@code model:PAAS}, {@code service:rds} or {@code variant:rds/custom}
 * @param paths configuration paths that the deciding rule read, with what stood there
 * @param undecided null where decided; else why a more specific rule could not speak
 * @param inheritedFrom who answers for it where that is not the account that the resource is in, else null
 */
public record LayerView(
        String layer,
        String name,
        boolean ofTheCloud,
        Party party,
        String rule,
        String source,
        String decidedBy,
        List<EvidenceView> paths,
        @Nullable Undecided undecided,
        @Nullable Owner inheritedFrom) {
    /** A more specific rule reads a path that is unread or absent. */
    public record Undecided(
            String rule,
            String path,
            String reason,
            @Nullable String permission) {}
}
