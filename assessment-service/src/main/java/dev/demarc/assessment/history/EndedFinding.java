package dev.demarc.assessment.history;

import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.finding.Cause;
import java.time.Instant;

/** A finding that was open from its {@code since} and is no more. */
public record EndedFinding(
        int scope, long rid, String resourceId, int team, NonPass finding, Instant until, Cause cause) {}
