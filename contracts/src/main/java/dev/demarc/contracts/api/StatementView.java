package dev.demarc.contracts.api;

import dev.demarc.contracts.Severity;
import dev.demarc.contracts.StatementKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attestation, waiver or declaration.
 *
 * @param title the control's
 * @param author who proposed it
 * @param authorId who that is whatever their name, null where nobody had proven it: not verified
 * @param decidedBy who approved or rejected it, another than its author; null while nobody has
 * @param decidedById who that is whatever their name, null where nobody has, or had proven it
 * @param decision what they said of it
 * @param validFrom when it begins; null for when it is approved
 * @param renewalDays how often the control must be attested again, null where it is not attested
 * @param revocations the accounts for which a contrary finding has revoked it; it holds for the others
 * @param accounts how many accounts it covers
 */
public record StatementView(
        String id,
        StatementKind kind,
        String control,
        String title,
        Severity severity,
        String layer,
        StatementScope scope,
        String text,
        @Nullable String compensatingControl,
        List<EvidenceFileView> evidence,
        String author,
        @Nullable String authorId,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable String decidedById,
        @Nullable Instant decidedAt,
        @Nullable String decision,
        @Nullable Instant validFrom,
        Instant expiresAt,
        @Nullable Integer renewalDays,
        State state,
        List<Revocation> revocations,
        int accounts) {
    /** Where a statement stands now. {@code ACTIVE}: approved and neither ended nor revoked for all of its accounts. */
    public enum State {
        PROPOSED,
        ACTIVE,
        EXPIRED,
        REJECTED,
        WITHDRAWN,
        REVOKED
    }

    /** @param finding id of the finding that contradicts it */
    public record Revocation(String account, String finding, Instant at, String reason) {}

    public StatementView {
        evidence = List.copyOf(evidence);
        revocations = List.copyOf(revocations);
    }
}
