package dev.demarc.catalog.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft without its content.
 *
 * @param base the revision that it was begun from
 * @param published the revision that it became, null while it is open
 */
public record DraftSummary(
        long id, int base, DraftState state, @Nullable Integer published, Instant createdAt, Instant changedAt) {}
