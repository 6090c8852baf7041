package dev.demarc.assessment.run;

import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.Source;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one run of a scope: a row of {@code run}.
 *
 * @param source null where its begin never came
 * @param begunAt when it began by the time of the bus; null where no begin came
 * @param ahead how far its scanner's clock is ahead of the bus, negative where it is behind
 * @param refused whether another source reads the scope
 * @param untold why one of its items was refused that names no resource; null where there was none
 * @param ended null until its end
 */
public record Run(
        int scope,
        String id,
        @Nullable Source source,
        @Nullable Instant begunAt,
        Duration ahead,
        boolean refused,
        @Nullable String untold,
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
        static Ended as(RunEnded message, Instant at, Outcome outcome, @Nullable String reason) {
            return new Ended(
                    outcome, message.pages(), message.count(), message.digest(), at, reason, message.permission());
        }
    }

    static Run begun(int scope, String id, Source source, Instant begunAt, Duration ahead, boolean refused) {
        return new Run(scope, id, source, begunAt, ahead, refused, null, null);
    }

    static Run withoutBegin(int scope, String id) {
        return new Run(scope, id, null, null, Duration.ZERO, false, null, null);
    }

    public boolean isComplete() {
        return ended != null && ended.outcome() == Outcome.COMPLETE;
    }

    /** Whether its pages and its end are still of interest. */
    public boolean isOpen() {
        return begunAt != null && !refused && !isComplete();
    }

    Run ended(Ended end) {
        return new Run(scope, id, source, begunAt, ahead, refused, untold, end);
    }

    /** One of its items was refused and does not say which resource it is of. */
    public Run untold(String reason) {
        return new Run(scope, id, source, begunAt, ahead, refused, reason, ended);
    }
}
