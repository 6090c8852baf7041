package dev.demarc.assessment.resource;

import dev.demarc.assessment.verdict.NonPass;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code resource}.
 *
 * @param observedAt when this configuration was first observed
 * @param name what it is called
 * @param judged what was judged of it
 * @param configuration the configuration, packed
 */
public record StoredResource(
        int scope,
        long rid,
        Digest digest,
        Instant observedAt,
        Name name,
        Judged judged,
        PackedConfiguration configuration) {
    /** How AWS calls a resource. */
    public record Name(
            String resourceId,
            @Nullable String name,
            @Nullable String arn) {}

    /**
     * What was judged of a resource.
     *
     * @param at the now that was judged with
     * @param reviewAt when time alone may flip a verdict
     * @param version the judging version's number
     * @param profile the responsibility profile's number
     * @param team the owning team's number, 0 for none
     * @param workload the workload's number, 0 for none, negative where nobody has looked yet
     * @param nonPasses ascending by control
     */
    public record Judged(
            Instant at,
            @Nullable Instant reviewAt,
            int version,
            int profile,
            int team,
            int workload,
            List<NonPass> nonPasses) {
        public Judged {
            nonPasses = List.copyOf(nonPasses);
        }
    }

    public StoredResource judged(Judged again) {
        return new StoredResource(scope, rid, digest, observedAt, name, again, configuration);
    }
}
