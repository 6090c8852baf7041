package dev.demarc.assessment.finding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a finding opened: after one instant and before another, null for any. */
record OpenedIn(@Nullable Instant after, @Nullable Instant before) {
    static final OpenedIn ANY = new OpenedIn(null, null);

    boolean contains(Instant since) {
        return (after == null || since.isAfter(after)) && (before == null || since.isBefore(before));
    }
}
