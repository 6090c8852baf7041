package dev.demarc.assessment.finding;

import dev.demarc.contracts.Party;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One time that a finding was open and is no more. */
record PastFinding(Party party, @Nullable String reason, Instant since, Instant until) {}
