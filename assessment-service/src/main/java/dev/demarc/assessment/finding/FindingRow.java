package dev.demarc.assessment.finding;

import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.resource.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finding as the store has it.
 *
 * @param scopeNumber the scope's number in the dictionary
 * @param control the control's number
 * @param profile the responsibility profile's number, 0 where it is not known any more
 * @param until when it was resolved, null while it is open
 * @param unverifiedSince since when nobody can read whether it still fails; null where it is known
 * @param waived whether a waiver accepts it
 * @param verifiedAt when the resource was last observed, or listed by a complete run if that was later
 */
record FindingRow(
        int scopeNumber,
        Resource resource,
        int control,
        Party party,
        int profile,
        @Nullable String reason,
        Instant since,
        @Nullable Instant until,
        @Nullable Instant unverifiedSince,
        boolean waived,
        Instant verifiedAt) {
    FindingRow {
        verifiedAt = unverifiedSince != null && unverifiedSince.isBefore(verifiedAt) ? unverifiedSince : verifiedAt;
    }

    static @Nullable Instant unverifiedSince(NonPass finding) {
        return finding.failingSince() == null ? null : finding.since();
    }

    /**
     * The resource that it is about.
     *
     * @param accountName the account's id where nobody named it
     * @param team the owning team's name, empty for none
     */
    record Resource(
            Scope scope,
            long rid,
            String accountName,
            String id,
            @Nullable String name,
            @Nullable String arn,
            String team) {}
}
