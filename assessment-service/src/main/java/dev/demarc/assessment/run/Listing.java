package dev.demarc.assessment.run;

import dev.demarc.contracts.resource.IdDigest;
import dev.demarc.contracts.resource.RunEnded;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The ids that a run's pages list. */
public final class Listing {
    private final SortedMap<Integer, long[]> pages = new TreeMap<>();

    /** A page that came again takes the place of the one before. */
    public void put(int page, long[] rids) {
        pages.put(page, rids);
    }

    public long[] sorted() {
        return pages.values().stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    /** Why the pages do not bear out the end; empty where they do. */
    Optional<String> contradiction(RunEnded end) {
        SortedMap<Integer, long[]> meant = pages.headMap(end.pages());
        if (meant.size() != end.pages()) {
            return Optional.of("%d of its %d pages came".formatted(meant.size(), end.pages()));
        }
        long count = meant.values().stream().mapToLong(rids -> rids.length).sum();
        if (count != end.count()) {
            return Optional.of("its pages list %d resources and its end says %d".formatted(count, end.count()));
        }
        IdDigest digest = new IdDigest();
        meant.values().forEach(rids -> Arrays.stream(rids).forEach(digest::add));
        return digest.hex().equals(end.digest())
                ? Optional.empty()
                : Optional.of("its pages list other resources than its end says");
    }

    /** Drops pages that the end does not count: an earlier reading under the same run left them. */
    public void cutTo(int count) {
        pages.tailMap(count).clear();
    }
}
