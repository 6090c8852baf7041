package dev.demarc.assessment.scorecard;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.scorecard.Blind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scope as scorecards count it. Where it is blind, what is not AWS's counts as unknown, whatever was judged last.
 *
 * @param blind why nobody can see it now, null where it is seen
 * @param untold controls that count as unknown once, because nothing is known that they could be told of
 */
public record CountedScope(ScopeReading reading, @Nullable Blind blind, List<Untold> untold) {
    /** A control and whose it is by its service's own rules. */
    public record Untold(Control control, Party party) {}

    public CountedScope {
        untold = List.copyOf(untold);
    }
}
