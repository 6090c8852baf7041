package dev.demarc.assessment.listing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What reads may cost. */
@ConfigMapping(prefix = "demarc.reads")
public interface ReadConfig {
    /** How long one statement of a read may take before it is ended. */
    @WithDefault("10s")
    Duration statementLimit();

    /** While partitions are taken in, as many as may be at a time, how much of the time is for reads; 1 for all. */
    @WithDefault("0.25")
    double shareWhileWriting();

    /** How long a read waits for its turn meanwhile before it is refused. */
    @WithDefault("10s")
    Duration patience();
}
