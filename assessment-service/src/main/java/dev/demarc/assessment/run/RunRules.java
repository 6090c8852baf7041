package dev.demarc.assessment.run;

import dev.demarc.assessment.run.ScopeState.Complete;
import dev.demarc.assessment.run.ScopeState.End;
import dev.demarc.assessment.run.ScopeState.Newest;
import dev.demarc.assessment.run.ScopeState.Removal;
import dev.demarc.assessment.run.ScopeState.Stale;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.RunBegun;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which begins, items, pages and ends of runs are accepted, and what becomes of the scope. The run that began last speaks
 * for its scope, alone: items and ends of runs that began before are of no use any more, for it reads the same and
 * later. A run that is complete is closed. An item of no run that began here is accepted by its time of observation.
 *
 * @param precedence sources, the one that wins first
 * @param patience how long a scope waits for its source before another may read it
 */
public record RunRules(List<Source> precedence, Duration patience) {
    /** A scope and one of its runs after a message. */
    public record Step(ScopeState scope, Run run) {}

    public RunRules {
        precedence = List.copyOf(precedence);
        if (precedence.size() != Source.values().length || !precedence.containsAll(List.of(Source.values()))) {
            throw new IllegalArgumentException("source precedence is %s; accepted: each of %s once"
                    .formatted(precedence, List.of(Source.values())));
        }
    }

    public Step begin(ScopeState scope, Optional<Run> known, RunBegun message) {
        String id = message.run().toString();
        if (known.isPresent() && known.get().begunAt() != null) {
            Run run = known.get();
            return new Step(scope, run.isOpen() ? run.begunNoLaterThan(message.begunAt()) : run);
        }
        boolean refused = givesWay(scope, message);
        Run run = Run.begun(scope.scope(), id, message.source(), message.begunAt(), refused);
        Newest newest = scope.newest();
        boolean isNewest = newest == null || message.begunAt().isAfter(newest.begunAt());
        return refused || !isNewest
                ? new Step(scope, run)
                : new Step(scope.newest(new Newest(id, message.begunAt(), message.source())), run);
    }

    /**
     * @param run what is known of the item's run; need not be given for the newest
     * @param stored when the stored configuration was observed, null where none is stored
     */
    public boolean acceptsItem(
            ScopeState scope, Optional<Run> run, String runId, Instant observedAt, @Nullable Instant stored) {
        Newest newest = scope.newest();
        if (newest != null && newest.run().equals(runId)) {
            return !isComplete(scope, runId) && (stored == null || !observedAt.isBefore(stored));
        }
        boolean speaks = run.isEmpty() || run.get().begunAt() == null;
        boolean afterNewest = newest == null || observedAt.isAfter(newest.begunAt());
        return speaks && afterNewest && (stored == null || observedAt.isAfter(stored));
    }

    public Step end(ScopeState scope, Optional<Run> known, RunEnded message, Listing listing) {
        Run run = known.orElseGet(
                () -> Run.withoutBegin(scope.scope(), message.run().toString()));
        Instant begunAt = run.begunAt();
        if (begunAt == null) {
            return new Step(scope, run.ended(Run.Ended.as(message, Outcome.FAILED, "its begin never came")));
        }
        if (!run.isOpen()) {
            return new Step(scope, run);
        }
        Run ended = run.ended(finding(message, listing));
        Newest newest = scope.newest();
        boolean speaks = newest != null && newest.run().equals(run.id());
        return new Step(speaks ? after(scope, ended, begunAt) : scope, ended);
    }

    private static Run.Ended finding(RunEnded message, Listing listing) {
        if (message.outcome() != Outcome.COMPLETE) {
            return Run.Ended.as(message, message.outcome(), message.reason());
        }
        Optional<String> contradiction = listing.contradiction(message);
        listing.cutTo(message.pages());
        return contradiction
                .map(reason -> Run.Ended.as(message, Outcome.FAILED, reason))
                .orElseGet(() -> Run.Ended.as(message, Outcome.COMPLETE, null));
    }

    private static ScopeState after(ScopeState scope, Run run, Instant begunAt) {
        Run.Ended ended = Objects.requireNonNull(run.ended());
        ScopeState next = scope.end(new End(ended.outcome(), begunAt, ended.at(), ended.reason(), ended.permission()));
        return run.isComplete()
                ? next.complete(new Complete(run.id(), begunAt), stillStale(scope.stale(), begunAt))
                        .removal(new Removal(run.id(), Long.MIN_VALUE))
                : next;
    }

    private static @Nullable Stale stillStale(@Nullable Stale stale, Instant begunAt) {
        return stale != null && stale.reason() == Stale.Reason.RECORDS_LOST && begunAt.isBefore(stale.since())
                ? stale
                : null;
    }

    private static boolean isComplete(ScopeState scope, String run) {
        Complete complete = scope.complete();
        return complete != null && complete.run().equals(run);
    }

    private boolean givesWay(ScopeState scope, RunBegun message) {
        Newest newest = scope.newest();
        if (newest == null || rank(message.source()) <= rank(newest.source()) || scope.stale() != null) {
            return false;
        }
        boolean nothingRead = scope.complete() == null;
        boolean gaveUp = scope.end() != null || newest.begunAt().plus(patience).isBefore(message.begunAt());
        return !(nothingRead && gaveUp);
    }

    private int rank(Source source) {
        return precedence.indexOf(source);
    }
}
