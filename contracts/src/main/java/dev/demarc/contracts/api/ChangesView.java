package dev.demarc.contracts.api;

import java.time.Instant;
import java.util.List;

/**
 * What is new since an instant, other than by a catalog change or a first judgement.
 *
 * @param until the instant that it was read at
 * @param opened findings that opened since, also those that are resolved again
 * @param resolved findings that were resolved since
 * @param duties the newest duties that moved, at most 20
 * @param overdue open findings that should have been mended by now
 * @param unowned what no team owns
 */
public record ChangesView(
        Instant since,
        Instant until,
        FindingCounts opened,
        FindingCounts resolved,
        List<DriftItem> duties,
        int dutiesTotal,
        FindingCounts overdue,
        Unowned unowned) {
    public ChangesView {
        duties = List.copyOf(duties);
    }

    /** Resources and open findings without a team. */
    public record Unowned(long resources, long findings) {}
}
