package dev.demarc.contracts.finding;

import dev.demarc.contracts.Require;
import dev.demarc.contracts.resource.ResourceKey;
import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction changed in a scope's findings. The first judgement of a scope and a catalog change carry counts
 * only, so that they do not flood readers.
 *
 * @param changes empty where only counts are given
 */
public record FindingChanges(Scope scope, Instant at, Cause cause, long opened, long resolved, List<Change> changes) {
    /** Why findings changed. */
    public enum Cause {
        FIRST_JUDGEMENT,
        CONFIGURATION,
        CATALOG,
        TIME,
        REMOVAL
    }

    /** What became of a finding. */
    public enum State {
        OPENED,
        RESOLVED
    }

    /** @param reason what the control found, where it says more than its title */
    public record Change(
            ResourceKey resource,
            String control,
            State state,
            @Nullable String reason) {}

    public FindingChanges {
        Require.present(scope, "scope");
        Require.present(at, "at");
        Require.present(cause, "cause");
        changes = changes == null ? List.of() : List.copyOf(changes);
    }
}
