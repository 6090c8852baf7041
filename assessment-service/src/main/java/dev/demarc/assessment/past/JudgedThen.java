package dev.demarc.assessment.past;

import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.api.ResourceRef;
import dev.demarc.engine.ControlVerdict;
import dev.demarc.engine.Profile;
import java.time.Instant;
import java.util.List;

/**
 * A resource as it was judged again with the configuration, catalog and time of then.
 *
 * @param scope the scope's number
 * @param team the owning team of then, empty for none
 * @param verifiedAt when it was last observed by then, or listed by a complete run if that was later
 * @param verdicts with the statements of then applied
 * @param nonPasses everything that did not pass; a finding with the date it had
 */
public record JudgedThen(
        int scope,
        ResourceRef ref,
        String accountName,
        String team,
        Instant observedAt,
        Instant verifiedAt,
        List<ControlVerdict> verdicts,
        Profile profile,
        List<NonPass> nonPasses) {
    public JudgedThen {
        verdicts = List.copyOf(verdicts);
        nonPasses = List.copyOf(nonPasses);
    }
}
