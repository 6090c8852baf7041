package dev.demarc.assessment.inventory;

import dev.demarc.assessment.resource.PackedConfiguration;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.api.ResourceRef;
import dev.demarc.contracts.resource.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource as it is stored, or as it was last before it was removed.
 *
 * @param scopeNumber the scope's number in the dictionary
 * @param accountName the account's id where nobody named it
 * @param organization the account's organisation, the account's own id where nobody named it
 * @param team the owning team's name, null for none
 * @param judgingVersion the judging version's number
 * @param profile the responsibility profile's number
 * @param observedAt when this configuration was first observed
 * @param verifiedAt when it was last observed, or listed by a complete run if that was later
 * @param verifiedBy the run that it was verified by; null in lists, and where that is not kept any more
 * @param removedAt null while it is there
 * @param nonPasses everything that does not pass, ascending by control
 */
public record StoredItem(
        int scopeNumber,
        ResourceRef ref,
        String accountName,
        String organization,
        @Nullable String team,
        int judgingVersion,
        int profile,
        Instant observedAt,
        Instant verifiedAt,
        @Nullable Reading verifiedBy,
        @Nullable Instant removedAt,
        List<NonPass> nonPasses,
        PackedConfiguration configuration) {
    /** A run and where it read from. */
    public record Reading(String run, Source source) {}

    public StoredItem {
        nonPasses = List.copyOf(nonPasses);
    }
}
