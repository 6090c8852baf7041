package dev.demarc.catalog.draft;

import dev.demarc.catalog.change.RevisionDiff;
import java.util.List;

/**
 * A draft with what it changes.
 *
 * @param changes against the revision that it was begun from
 */
public record DraftView(DraftSummary draft, List<RevisionDiff.Change> changes) {
    public DraftView {
        changes = List.copyOf(changes);
    }
}
