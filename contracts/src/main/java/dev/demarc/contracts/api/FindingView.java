package dev.demarc.contracts.api;

import dev.demarc.contracts.Category;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One finding in a list.
 *
 * @param id the resource key, a dot, the control's id; the same when the finding reopens
 * @param party how the control is scored: {@code SHARED} where AWS has a half of it
 * @param owner who must act on it
 * @param reason what was found, in one sentence, null where the title says it all
 * @param since when it was first seen failing, this time
 * @param dueAt when it is to be mended, null where its severity sets no date
 * @param unverifiedSince since when nobody can read whether it still fails, {@code reason} saying why; it stays open
 *     with its date until it is seen mended. Null where it is known
 * @param waiver id of the waiver that ends last, where the finding is waived
 * @param lastVerified when it was last verified: the resource observed, and this of it read
 */
public record FindingView(
        String id,
        String control,
        String title,
        Severity severity,
        Category category,
        Party party,
        String layer,
        @Nullable String service,
        Owner owner,
        ResourceRef resource,
        State state,
        @Nullable String reason,
        Instant since,
        @Nullable Instant dueAt,
        @Nullable Instant until,
        @Nullable Instant unverifiedSince,
        @Nullable String waiver,
        Instant lastVerified) {
    /** Open now, accepted by a waiver, or resolved since. */
    public enum State {
        OPEN,
        WAIVED,
        RESOLVED
    }
}
