package dev.demarc.assessment.drift;

import dev.demarc.contracts.resource.ResourceKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What drift is found in.
 *
 * @param read when the first complete run of each scope ended, by the scope's number
 * @param versions of each resource that changed, came or went, the oldest first
 */
record Evidence(
        Instant since,
        Instant until,
        Map<Integer, Instant> read,
        Map<ResourceKey, List<Version>> versions,
        List<FindingTime> findings) {
    Evidence {
        read = Map.copyOf(read);
        versions = new LinkedHashMap<>(versions);
        findings = List.copyOf(findings);
    }

    /** Whether something of a scope that was seen first at an instant belongs to its first judgement. */
    boolean isFirst(int scope, Instant at) {
        Instant ended = read.get(scope);
        return ended == null || !at.isAfter(ended);
    }
}
