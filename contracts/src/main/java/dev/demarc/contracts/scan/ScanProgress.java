package dev.demarc.contracts.scan;

import dev.demarc.contracts.Require;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one scope of a scan is.
 *
 * @param outcome null until it has ended
 * @param count resources read, 0 until it has ended
 * @param remark as that of the {@link RunEnded}
 */
public record ScanProgress(
        RunId run,
        Scope scope,
        Phase phase,
        Instant at,
        @Nullable Outcome outcome,
        long count,
        @Nullable String reason,
        @Nullable String permission,
        @Nullable String remark) {
    /** Planned, being read, read, or read and not taken by assessment since another reading speaks for the scope. */
    public enum Phase {
        PLANNED,
        BEGUN,
        ENDED,
        OVERRULED;

        /** Whether nothing more is read of the scope. */
        public boolean isOver() {
            return this == ENDED || this == OVERRULED;
        }
    }

    /** A scope that is planned, or about to be read. */
    public static ScanProgress of(RunId run, Scope scope, Phase phase, Instant at) {
        return new ScanProgress(run, scope, phase, at, null, 0, null, null, null);
    }

    public static ScanProgress of(RunEnded ended, Instant at) {
        return new ScanProgress(
                ended.run(),
                ended.scope(),
                Phase.ENDED,
                at,
                ended.outcome(),
                ended.count(),
                ended.reason(),
                ended.permission(),
                ended.remark());
    }

    /** @param reason which reading speaks for the scope instead */
    public static ScanProgress overruled(RunEnded ended, Instant at, String reason) {
        return new ScanProgress(
                ended.run(),
                ended.scope(),
                Phase.OVERRULED,
                at,
                ended.outcome(),
                ended.count(),
                reason,
                ended.permission(),
                ended.remark());
    }

    public ScanProgress {
        Require.present(run, "run");
        Require.present(scope, "scope");
        Require.present(phase, "phase");
        Require.present(at, "at");
        Require.atLeast(0, count, "count");
        if (phase.isOver()) {
            Require.present(outcome, "outcome of a scope that has ended");
        }
    }
}
