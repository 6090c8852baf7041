package dev.demarc.assessment.drift;

import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.api.ResourceRef;
import dev.demarc.contracts.finding.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time that a finding was or is open.
 *
 * @param scope the scope's number
 * @param control the control's number
 * @param team the owning team's name, empty for none
 * @param until null while it is open
 * @param cause what ended it, null while it is open
 * @param now what the control says of the resource now, null where that is no more
 */
record FindingTime(
        int scope,
        ResourceRef ref,
        int control,
        String team,
        Instant since,
        @Nullable Instant until,
        @Nullable Cause cause,
        @Nullable Verdict now) {}
