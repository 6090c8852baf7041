package dev.demarc.assessment.export;

import dev.demarc.assessment.verdict.NonPass;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an export needs of a stored resource.
 *
 * @param team the owning team's name, empty for none
 * @param judgingVersion the judging version's number
 * @param profile the responsibility profile's number
 * @param verifiedAt when it was last observed, or listed by a complete run if that was later
 */
record JudgedRow(
        long rid,
        String resourceId,
        @Nullable String arn,
        String team,
        int judgingVersion,
        int profile,
        Instant verifiedAt,
        List<NonPass> nonPasses) {
    JudgedRow {
        nonPasses = List.copyOf(nonPasses);
    }
}
