package dev.demarc.assessment.partition;

import dev.demarc.assessment.listing.ReadConfig;
import dev.demarc.assessment.listing.Turns;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** How many partitions are written at a time, and what is left to readers meanwhile. */
final class WritersPlaces {
    private WritersPlaces() {}

    @Produces
    @Singleton
    static Turns turns(IngestConfig ingest, ReadConfig reads) {
        int places = ingest.parallel().orElse(Runtime.getRuntime().availableProcessors());
        return new Turns(places, reads.shareWhileWriting(), reads.patience());
    }
}
