package dev.demarc.assessment.resource;

import dev.demarc.assessment.resource.StoredResource.Name;
import dev.demarc.assessment.tally.CountDifference.Counted;
import dev.demarc.assessment.verdict.NonPass;
import java.time.Instant;
import java.util.List;

/**
 * What must be known of a stored resource to change or remove it.
 *
 * @param workload the workload's number, 0 for none, negative where nobody has looked yet
 */
public record KnownResource(
        int scope,
        long rid,
        Digest digest,
        Instant observedAt,
        Name name,
        int version,
        int profile,
        int team,
        int workload,
        List<NonPass> nonPasses) {
    public KnownResource {
        nonPasses = List.copyOf(nonPasses);
    }

    /** What of it is counted. */
    public Counted counted() {
        return new Counted(scope, team, profile, workload, nonPasses);
    }

    public static KnownResource of(StoredResource stored) {
        return new KnownResource(
                stored.scope(),
                stored.rid(),
                stored.digest(),
                stored.observedAt(),
                stored.name(),
                stored.judged().version(),
                stored.judged().profile(),
                stored.judged().team(),
                stored.judged().workload(),
                stored.judged().nonPasses());
    }
}
