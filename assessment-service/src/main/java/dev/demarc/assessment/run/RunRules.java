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
 * later. Which began last is where their begins stand on the bus, whatever their scanners' clocks say; only a file speaks
 * of the time when it was delivered. A run that is complete is closed. An item of no run that began here is accepted by
 * its time of observation.
 *
 * @param precedence sources, the one that wins first
 * @param patience how long a scope waits for its source before another may read it
 */
public record RunRules(List<Source> precedence, Duration patience) {
    private static final Duration MOMENT = Duration.ofMillis(1);

    /** A scope and one of its runs after a message. */
    public record Step(ScopeState scope, Run run) {}

    public RunRules {
        precedence = List.copyOf(precedence);
        if (precedence.size() != Source.values().length || !precedence.containsAll(List.of(Source.values()))) {
            throw new IllegalArgumentException("source precedence is %s; accepted: each of %s once"
                    .formatted(precedence, List.of(Source.values())));
        }
    }

    /** @param cameAt when the message came onto the bus */
    public Step begin(ScopeState scope, Optional<Run> known, RunBegun message, Instant cameAt) {
        if (known.isPresent() && known.get().begunAt() != null) {
            return new Step(scope, known.get());
        }
        String id = message.run().toString();
        Newest newest = scope.newest();
        boolean isLive = message.source() == Source.LIVE;
        Instant begunAt = isLive ? afterNewest(newest, cameAt) : earlier(message.begunAt(), cameAt);
        Duration ahead = isLive ? micros(Duration.between(begunAt, message.begunAt())) : Duration.ZERO;
        boolean refused = givesWay(scope, message.source(), begunAt);
        Run run = Run.begun(scope.scope(), id, message.source(), begunAt, ahead, refused);
        boolean isNewest = newest == null || isLive || begunAt.isAfter(newest.begunAt());
        return refused || !isNewest
                ? new Step(scope, run)
                : new Step(scope.newest(new Newest(id, begunAt, message.source(), ahead)), run);
    }

    /**
     * A time that a run tells, by the time of the bus: without what its scanner's clock is off.
     *
     * @param run what is known of the run; need not be given for the newest
     */
    public Instant byTheBus(ScopeState scope, Optional<Run> run, String runId, Instant told) {
        Newest newest = scope.newest();
        return told.minus(
                newest != null && newest.run().equals(runId)
                        ? newest.ahead()
                        : run.map(Run::ahead).orElse(Duration.ZERO));
    }

    /**
     * When something was, by the time of the bus: never after it was told.
     *
     * @param run what is known of the run; need not be given for the newest
     * @param at by the time of the bus
     * @param cameAt when the message that tells of it came onto the bus
     */
    public Instant noLaterThanTold(ScopeState scope, Optional<Run> run, String runId, Instant at, Instant cameAt) {
        Newest newest = scope.newest();
        Instant begunAt = newest != null && newest.run().equals(runId)
                ? newest.begunAt()
                : run.map(Run::begunAt).orElse(cameAt);
        return earlier(at, begunAt.isAfter(cameAt) ? begunAt : cameAt);
    }

    /**
     * @param run what is known of the item's run; need not be given for the newest
     * @param observedAt by the time of the bus
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

    /**
     * When a resource counts as observed whose configuration was refused; empty where that tells nothing new of it. A
     * run that is not known is taken for the newest, where that is being read.
     *
     * @param run what is known of the item's run
     * @param runId the item's run, empty where it cannot be read
     * @param at when the record came
     * @param stored when the stored configuration was observed, null where none is stored
     */
    public Optional<Instant> acceptsRefused(
            ScopeState scope, Optional<Run> run, Optional<String> runId, Instant at, @Nullable Instant stored) {
        Newest newest = scope.newest();
        if (newest != null && runId.orElse(newest.run()).equals(newest.run()) && !isComplete(scope, newest.run())) {
            return Optional.of(stored != null && stored.isAfter(newest.begunAt()) ? stored : newest.begunAt());
        }
        boolean speaks = run.isEmpty() || run.get().begunAt() == null;
        boolean afterNewest = newest == null || at.isAfter(newest.begunAt());
        return speaks && afterNewest && stored != null && at.isAfter(stored) ? Optional.of(at) : Optional.empty();
    }

    /** @param cameAt when the message came onto the bus */
    public Step end(ScopeState scope, Optional<Run> known, RunEnded message, Listing listing, Instant cameAt) {
        Run run = known.orElseGet(
                () -> Run.withoutBegin(scope.scope(), message.run().toString()));
        Instant begunAt = run.begunAt();
        Instant endedAt =
                noLaterThanTold(scope, known, run.id(), byTheBus(scope, known, run.id(), message.endedAt()), cameAt);
        if (begunAt == null) {
            return new Step(scope, run.ended(Run.Ended.as(message, endedAt, Outcome.FAILED, "its begin never came")));
        }
        if (!run.isOpen()) {
            return new Step(scope, run);
        }
        Run ended = run.ended(finding(run, message, endedAt, listing));
        Newest newest = scope.newest();
        boolean speaks = newest != null && newest.run().equals(run.id());
        return new Step(speaks ? after(scope, ended, begunAt) : scope, ended);
    }

    /** Why a run that has been read changes nothing of its scope; empty where it speaks for it, or did until its end. */
    public Optional<String> overruled(ScopeState scope, Run run) {
        Newest newest = scope.newest();
        if (newest == null
                || run.source() == null
                || run.ended() != null
                || newest.run().equals(run.id())) {
            return Optional.empty();
        }
        return Optional.of(
                run.refused()
                        ? "%s gives way to %s, which has read this scope since %s"
                                .formatted(run.source(), newest.source(), newest.begunAt())
                        : "a reading by %s as of %s speaks for this scope"
                                .formatted(newest.source(), newest.begunAt()));
    }

    private static Run.Ended finding(Run run, RunEnded message, Instant endedAt, Listing listing) {
        if (message.outcome() != Outcome.COMPLETE) {
            return Run.Ended.as(message, endedAt, message.outcome(), message.reason());
        }
        Optional<String> contradiction = Optional.ofNullable(run.untold())
                .map("one of its resources was refused, and nobody can tell which: %s"::formatted)
                .or(() -> listing.contradiction(message));
        listing.cutTo(message.pages());
        return contradiction
                .map(reason -> Run.Ended.as(message, endedAt, Outcome.FAILED, reason))
                .orElseGet(() -> Run.Ended.as(message, endedAt, Outcome.COMPLETE, null));
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

    private boolean givesWay(ScopeState scope, Source source, Instant begunAt) {
        Newest newest = scope.newest();
        if (newest == null || rank(source) <= rank(newest.source()) || scope.stale() != null) {
            return false;
        }
        boolean nothingRead = scope.complete() == null;
        boolean gaveUp = scope.end() != null || newest.begunAt().plus(patience).isBefore(begunAt);
        return !(nothingRead && gaveUp);
    }

    private static Instant afterNewest(@Nullable Newest newest, Instant cameAt) {
        return newest == null || cameAt.isAfter(newest.begunAt())
                ? cameAt
                : newest.begunAt().plus(MOMENT);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** As exact as it is stored. */
    private static Duration micros(Duration duration) {
        return duration.minusNanos(duration.toNanosPart() % 1000);
    }

    private int rank(Source source) {
        return precedence.indexOf(source);
    }
}
