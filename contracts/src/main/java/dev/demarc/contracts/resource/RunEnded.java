package dev.demarc.contracts.resource;

import dev.demarc.contracts.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reading of a scope has ended.
 *
 * @param pages how many {@link RunPage} it sent
 * @param count how many resources its pages list
 * @param digest the pages' {@link IdDigest}, in hexadecimal
 * @param reason why it is not complete, in one sentence; null where it is
 * @param permission the IAM action that was refused, where one was
 * @param remark what of its listing is not among its resources, or stands there once for several, in one sentence; null
 *     where there is nothing to tell
 */
public record RunEnded(
        Scope scope,
        RunId run,
        Outcome outcome,
        int pages,
        long count,
        String digest,
        Instant endedAt,
        @Nullable String reason,
        @Nullable String permission,
        @Nullable String remark) {
    public RunEnded {
        Require.present(scope, "scope");
        Require.present(run, "run");
        Require.present(outcome, "outcome");
        Require.atLeast(0, pages, "pages");
        Require.atLeast(0, count, "count");
        Require.present(digest, "digest");
        Require.present(endedAt, "endedAt");
        if (outcome != Outcome.COMPLETE) {
            Require.text(reason, "reason of a run that is " + outcome);
        }
    }
}
