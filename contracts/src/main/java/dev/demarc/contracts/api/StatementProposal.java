package dev.demarc.contracts.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody proposes to state; who reads it says which components it lacks.
 *
 * @param control id of the control that it is about
 * @param text what is attested, why a failure is waived, or what for something is as it is
 * @param compensatingControl what stands in for a waived control
 * @param evidenceFiles ids of uploaded files
 * @param author who proposes it, where nobody has proven who that is; else absent
 * @param validFrom when it begins, null for when it is approved
 */
public record StatementProposal(
        @Nullable String control,
        @Nullable StatementScope scope,
        @Nullable String text,
        @Nullable String compensatingControl,
        List<String> evidenceFiles,
        @Nullable String author,
        @Nullable Instant validFrom,
        @Nullable Instant expiresAt) {
    public StatementProposal {
        evidenceFiles = evidenceFiles == null ? List.of() : List.copyOf(evidenceFiles);
    }
}
