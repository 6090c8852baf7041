package dev.demarc.assessment.drift;

import dev.demarc.contracts.api.ResourceRef;
import dev.demarc.contracts.resource.ResourceConfiguration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that a resource had.
 *
 * @param scope the scope's number
 * @param until when it had it no more, null while it has
 * @param team the owning team's name, empty for none
 */
record Version(
        int scope,
        ResourceRef ref,
        Instant from,
        @Nullable Instant until,
        String team,
        ResourceConfiguration configuration) {
    boolean holdsAt(Instant at) {
        return !at.isBefore(from) && (until == null || at.isBefore(until));
    }
}
