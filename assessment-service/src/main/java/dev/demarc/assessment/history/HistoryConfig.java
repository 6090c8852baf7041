package dev.demarc.assessment.history;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** How long history is kept. */
@ConfigMapping(prefix = "demarc.history")
public interface HistoryConfig {
    /**
     * How long configurations and findings that are no more are kept after their end; dropped by whole months, so up to
     * a month longer. At least a day. Absent, everything is kept: what has been dropped can be shown to no auditor.
     */
    Optional<Duration> retention();
}
