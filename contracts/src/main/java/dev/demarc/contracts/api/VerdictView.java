package dev.demarc.contracts.api;

import dev.demarc.contracts.Category;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.StatementKind;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.resource.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one control says of one resource.
 *
 * @param finding the finding's id where one is open: the verdict is FAIL, or was when it could be read last
 * @param statement id of the attestation, waiver or declaration that decided, null where the configuration did; with FAIL
 *     the finding is waived
 * @param statementKind what kind of statement that is, null where the configuration decided
 * @param permission the IAM action that would tell, where the verdict is UNKNOWN for lack of one
 * @param verified how, by what and when it was last verified
 */
public record VerdictView(
        String control,
        String title,
        Severity severity,
        Category category,
        Party party,
        String layer,
        Verdict verdict,
        @Nullable String reason,
        @Nullable String permission,
        Instant since,
        @Nullable String finding,
        @Nullable String statement,
        @Nullable StatementKind statementKind,
        Verified verified) {
    /**
     * How a verdict was last verified.
     *
     * @param source where the resource was read from, null where a person attested
     * @param by the run that read it, or the attestation; null where nobody attested, or the run is not kept any more
     * @param at when the resource was last observed, or the attestation began; null where nobody attested
     */
    public record Verified(
            Control.Assessment how,
            @Nullable Source source,
            @Nullable String by,
            @Nullable Instant at) {}
}
