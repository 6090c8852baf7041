package dev.demarc.contracts.api;

import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.ProviderEvidence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One finding: whose and why, the evidence, what to do, both halves when shared, every time it was open.
 *
 * @param whose the deciding rule of the control's layer on this resource
 * @param remedy what to do on this very resource
 * @param evidence the control's evidence paths with what stands there
 * @param provider AWS's half, null where the control has none
 * @param history each time it was open, the newest first
 */
public record FindingDetail(
        FindingView finding,
        LayerView whose,
        String why,
        ResourceRemedy remedy,
        List<EvidenceView> evidence,
        Verdict customerHalf,
        @Nullable ProviderHalfView provider,
        Map<String, List<String>> maps,
        List<Interval> history) {
    /** AWS's half: what AWS does, whether current evidence covers it, and by which report. */
    public record ProviderHalfView(String duty, Verdict verdict, String reason, List<ProviderEvidence> evidence) {}

    /** One time that the finding was open; {@code until} null while it is. */
    public record Interval(Instant since, @Nullable Instant until) {}
}
