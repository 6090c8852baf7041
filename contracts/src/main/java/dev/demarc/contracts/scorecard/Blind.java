package dev.demarc.contracts.scorecard;

import org.jspecify.annotations.Nullable;

/**
 * A scope that nobody can see now.
 *
 * @param state {@code NEVER_READ}, {@code DENIED}, {@code FAILED}, {@code DISABLED} or {@code STALE}
 * @param permission the IAM action that would mend it
 */
public record Blind(
        String region,
        String type,
        State state,
        @Nullable String reason,
        @Nullable String permission) {
    /** Why it cannot be seen. */
    public enum State {
        NEVER_READ,
        DENIED,
        FAILED,
        DISABLED,
        STALE
    }
}
