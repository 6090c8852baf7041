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
}
