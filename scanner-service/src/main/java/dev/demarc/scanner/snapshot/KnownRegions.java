package dev.demarc.scanner.snapshot;

import dev.demarc.contracts.resource.Scope;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.regions.Region;

/** The regions that AWS has, as the SDK of this build knows them, and those that somebody names beside. */
final class KnownRegions {
    private final Set<String> names = new TreeSet<>();

    KnownRegions(Set<String> more) {
        Region.regions().forEach(region -> names.add(region.id()));
        names.add(Scope.GLOBAL);
        names.addAll(more);
    }

    /** @throws IllegalArgumentException where AWS has no such region that is known here */
    void demand(String region) {
        if (!names.contains(region)) {
            throw new IllegalArgumentException(
                    "region '%s' is not known; accepted: AWS's regions, global, and those that --more-regions names"
                            .formatted(region));
        }
    }
}
