package dev.demarc.contracts.api;

import dev.demarc.contracts.Category;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one control says of one resource.
 *
 * @param finding the finding's id where one is open: the verdict is FAIL, or was when it could be read last
 * @param statement id of the attestation, waiver or declaration that decided, null where the configuration did; with FAIL
 *     the finding is waived
 * @param permission the IAM action that would tell, where the verdict is UNKNOWN for lack of one
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
        @Nullable String statement) {}
