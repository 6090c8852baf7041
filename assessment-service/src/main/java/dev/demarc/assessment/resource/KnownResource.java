package dev.demarc.assessment.resource;

import dev.demarc.assessment.resource.StoredResource.Name;
import dev.demarc.assessment.verdict.NonPass;
import java.time.Instant;
import java.util.List;

/** What must be known of a stored resource to change or remove it. */
public record KnownResource(
        int scope,
        long rid,
        Digest digest,
        Instant observedAt,
        Name name,
        int version,
        int profile,
        int team,
        List<NonPass> nonPasses) {
    public KnownResource {
        nonPasses = List.copyOf(nonPasses);
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
                stored.judged().nonPasses());
    }
}
