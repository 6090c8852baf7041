package dev.demarc.assessment.run;

import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Source;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How well a scope is known: a row of {@code scope_state}.
 *
 * @param newest the run that began last, with its source; null before the first
 * @param complete the newest run that was read to its end; null before the first
 * @param end how the newest ended run ended; null before the first
 * @param stale why its verdicts are too old to count; null while they are current
 * @param removal whose removals are under way; null where none are
 * @param resources how many are stored
 * @param accountTeam the account's team when owners were last resolved, by number
 */
public record ScopeState(
        int scope,
        @Nullable Newest newest,
        @Nullable Complete complete,
        @Nullable End end,
        @Nullable Stale stale,
        @Nullable Removal removal,
        long resources,
        int accountTeam) {
    /**
     * A run that began.
     *
     * @param begunAt by the time of the bus; for a file when it was delivered
     * @param ahead how far its scanner's clock is ahead of the bus, negative where it is behind
     */
    public record Newest(String run, Instant begunAt, Source source, Duration ahead) {}

    /** A complete run and when it began: its resources were verified then. */
    public record Complete(String run, Instant begunAt) {}

    /** How a run ended. */
    public record End(
            Outcome outcome,
            Instant begunAt,
            Instant endedAt,
            @Nullable String reason,
            @Nullable String permission) {}

    /** Since when and why verdicts are too old. */
    public record Stale(Instant since, Reason reason) {
        /** Three schedule intervals went by without a complete run, or records were lost before they were read. */
        public enum Reason {
            OVERDUE,
            RECORDS_LOST
        }
    }

    /** A complete run whose removals go on after a rid. */
    public record Removal(String run, long afterRid) {}

    public static ScopeState unread(int scope, int accountTeam) {
        return new ScopeState(scope, null, null, null, null, null, 0, accountTeam);
    }

    ScopeState newest(Newest begun) {
        return new ScopeState(scope, begun, complete, end, stale, removal, resources, accountTeam);
    }

    ScopeState complete(Complete read, @Nullable Stale still) {
        return new ScopeState(scope, newest, read, end, still, removal, resources, accountTeam);
    }

    ScopeState end(End ended) {
        return new ScopeState(scope, newest, complete, ended, stale, removal, resources, accountTeam);
    }

    public ScopeState stale(Stale now) {
        return new ScopeState(scope, newest, complete, end, now, removal, resources, accountTeam);
    }

    public ScopeState removal(@Nullable Removal now) {
        return new ScopeState(scope, newest, complete, end, stale, now, resources, accountTeam);
    }

    public ScopeState plusResources(long more) {
        return new ScopeState(scope, newest, complete, end, stale, removal, resources + more, accountTeam);
    }

    public ScopeState accountTeam(int team) {
        return new ScopeState(scope, newest, complete, end, stale, removal, resources, team);
    }
}
