package dev.demarc.scanner.snapshot;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a user says of the files.
 *
 * @param organization the organisation of their accounts; empty where each stays in the one that it is known in
 * @param observedAt when files of AWS Config were delivered; empty where they tell it themselves
 * @param moreRegions regions that are newer than this build
 */
public record ImportOptions(Optional<String> organization, Optional<Instant> observedAt, Set<String> moreRegions) {
    public static final ImportOptions NONE = new ImportOptions(Optional.empty(), Optional.empty(), Set.of());

    public ImportOptions {
        moreRegions = Set.copyOf(moreRegions);
    }
}
