package dev.demarc.contracts.api;

import dev.demarc.contracts.Severity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many findings.
 *
 * @param byTeam by owning team, the empty name for none; null where they are of one team
 */
public record FindingCounts(
        Map<Severity, Long> bySeverity, @Nullable Map<String, Long> byTeam) {}
