package dev.demarc.assessment.run;

import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one run of a scope: a row of {@code run}.
 *
 * @param source null where its begin never came
 * @param begunAt the earliest begin seen; null where none came
 * @param refused whether another source reads the scope
 * @param ended null until its end
 */
public record Run(
        int scope,
        String id,
        @Nullable Source source,
        @Nullable Instant begunAt,
        boolean refused,
        @Nullable Ended ended) {
    /** Its end, with our own finding of how it ended. */
    public record Ended(
            Outcome outcome,
            int pages,
            long count,
            String digest,
            Instant at,
            @Nullable String reason,
            @Nullable String permission) {
        static Ended as(RunEnded message, Outcome outcome, @Nullable String reason) {
            return new Ended(
                    outcome,
                    message.pages(),
                    message.count(),
                    message.digest(),
                    message.endedAt(),
                    reason,
                    message.permission());
        }
    }

    static Run begun(int scope, String id, Source source, Instant begunAt, boolean refused) {
        return new Run(scope, id, source, begunAt, refused, null);
    }

    static Run withoutBegin(int scope, String id) {
        return new Run(scope, id, null, null, false, null);
    }

    public boolean isComplete() {
        return ended != null && ended.outcome() == Outcome.COMPLETE;
    }

    /** Whether its pages and its end are still of interest. */
    public boolean isOpen() {
        return begunAt != null && !refused && !isComplete();
    }

    Run begunNoLaterThan(Instant other) {
        return begunAt == null || other.isBefore(begunAt) ? new Run(scope, id, source, other, refused, ended) : this;
    }

    Run ended(Ended end) {
        return new Run(scope, id, source, begunAt, refused, end);
    }
}
