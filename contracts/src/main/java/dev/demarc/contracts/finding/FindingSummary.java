package dev.demarc.contracts.finding;

import dev.demarc.contracts.Require;
import dev.demarc.contracts.resource.Scope;
import java.time.Instant;

/**
 * How many findings of a scope a first judgement or a catalog change moved: one record instead of a
 * {@link ComplianceFinding} each, so that readers are not flooded.
 *
 * @param changed those that stay open with another owner
 */
public record FindingSummary(Scope scope, Instant at, Cause cause, long opened, long changed, long resolved) {
    public FindingSummary {
        Require.present(scope, "scope");
        Require.present(at, "at");
        Require.present(cause, "cause");
        if (!tells(cause)) {
            throw new IllegalArgumentException(
                    "cause of a summary is %s; accepted: FIRST_JUDGEMENT, CATALOG".formatted(cause));
        }
        Require.atLeast(0, opened, "opened");
        Require.atLeast(0, changed, "changed");
        Require.atLeast(0, resolved, "resolved");
    }

    /** Whether what a cause changes is told by a summary alone. */
    public static boolean tells(Cause cause) {
        return switch (cause) {
            case FIRST_JUDGEMENT, CATALOG -> true;
            case CONFIGURATION, STATEMENT, TIME, REMOVAL -> false;
        };
    }
}
