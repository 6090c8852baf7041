package dev.demarc.assessment.run;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * How long what was read is believed.
 *
 * @param patience after so long without a complete run a scope is stale, and another source may read it
 */
@Singleton
public record Freshness(Duration patience) {
    private static final int INTERVALS = 3;

    @Inject
    Freshness(FreshnessConfig config) {
        this(config.scheduleInterval().multipliedBy(INTERVALS));
    }
}
