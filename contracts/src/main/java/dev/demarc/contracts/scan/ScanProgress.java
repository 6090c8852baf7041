package dev.demarc.contracts.scan;

import dev.demarc.contracts.Require;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one scope of a scan is.
 *
 * @param outcome null until it has ended
 * @param count resources read, 0 until it has ended
 */
public record ScanProgress(
        RunId run,
        Scope scope,
        Phase phase,
        Instant at,
        @Nullable Outcome outcome,
        long count,
        @Nullable String reason,
        @Nullable String permission) {
    /** Planned, being read, or read. */
    public enum Phase {
        PLANNED,
        BEGUN,
        ENDED
    }

    public ScanProgress {
        Require.present(run, "run");
        Require.present(scope, "scope");
        Require.present(phase, "phase");
        Require.present(at, "at");
        Require.atLeast(0, count, "count");
        if (phase == Phase.ENDED) {
            Require.present(outcome, "outcome of a scope that has ended");
        }
    }
}
