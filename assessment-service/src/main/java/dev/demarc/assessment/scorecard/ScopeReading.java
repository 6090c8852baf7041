package dev.demarc.assessment.scorecard;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scorecard.Blind;
import dev.demarc.contracts.scorecard.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scope as it stands in the store: how its last runs went and the tallies of its resources.
 *
 * @param lastCompleteAt begin of the newest complete run, null before the first
 * @param lastOutcome how the newest ended run ended, null before the first
 * @param staleReason why ingestion holds it for stale, null where it does not
 * @param tallies last verdicts, whatever became of the scope since
 * @param unverified controls that failed on a resource when it could be read last, and cannot be told now
 */
public record ScopeReading(
        Scope scope,
        @Nullable Instant lastCompleteAt,
        @Nullable Outcome lastOutcome,
        @Nullable String reason,
        @Nullable String permission,
        @Nullable String staleReason,
        long resources,
        List<Tally> tallies,
        Set<Integer> unverified) {
    public ScopeReading {
        unverified = Set.copyOf(unverified);
        tallies = List.copyOf(tallies);
    }

    /** Where every failure can be read. */
    ScopeReading(
            Scope scope,
            @Nullable Instant lastCompleteAt,
            @Nullable Outcome lastOutcome,
            @Nullable String reason,
            @Nullable String permission,
            @Nullable String staleReason,
            long resources,
            List<Tally> tallies) {
        this(scope, lastCompleteAt, lastOutcome, reason, permission, staleReason, resources, tallies, Set.of());
    }

    static ScopeReading never(Scope scope) {
        return new ScopeReading(scope, null, null, null, null, null, 0, List.of());
    }

    /** Controls whose customer's part fails, as far as anybody could read. */
    Stream<Integer> failing() {
        return Stream.concat(
                tallies.stream()
                        .filter(tally ->
                                tally.party() != Party.AWS && tally.counts().fail() > 0)
                        .map(Tally::control),
                unverified.stream());
    }

    Optional<Blind> blindness(Instant now, Duration staleAfter) {
        if (lastOutcome != null && lastOutcome != Outcome.COMPLETE) {
            return Optional.of(blind(state(lastOutcome), reason));
        }
        if (lastCompleteAt == null) {
            return Optional.of(blind(Blind.State.NEVER_READ, reason));
        }
        if (staleReason != null) {
            return Optional.of(blind(Blind.State.STALE, staleReason));
        }
        return lastCompleteAt.plus(staleAfter).isBefore(now)
                ? Optional.of(blind(Blind.State.STALE, "no complete run since " + lastCompleteAt))
                : Optional.empty();
    }

    private Blind blind(Blind.State state, @Nullable String why) {
        return new Blind(scope.region(), scope.type(), state, why, permission);
    }

    private static Blind.State state(Outcome outcome) {
        return switch (outcome) {
            case DENIED -> Blind.State.DENIED;
            case FAILED -> Blind.State.FAILED;
            case DISABLED -> Blind.State.DISABLED;
            case COMPLETE -> throw new IllegalArgumentException("a scope read completely is not blind");
        };
    }
}
