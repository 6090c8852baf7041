package dev.demarc.assessment.proposal;

import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.access.Person;
import dev.demarc.contracts.api.StatementScope;
import dev.demarc.contracts.catalog.Control;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that passed the rules that need no store.
 *
 * @param control the control that it is about
 * @param revision the catalog revision that it was checked by
 * @param validFrom when it begins, null for when it is approved
 * @param renews the attestation whose end it begins at, null for none
 */
record Proposal(
        StatementKind kind,
        Control control,
        int revision,
        StatementScope scope,
        String text,
        @Nullable String compensatingControl,
        List<UUID> evidenceFiles,
        Person author,
        @Nullable Instant validFrom,
        Instant expiresAt,
        @Nullable UUID renews) {
    Instant begin(Instant now) {
        return validFrom == null ? now : validFrom;
    }
}
