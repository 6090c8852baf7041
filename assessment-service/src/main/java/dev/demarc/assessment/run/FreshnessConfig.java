package dev.demarc.assessment.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** From when on what was read is too old to be believed. */
@ConfigMapping(prefix = "demarc.freshness")
public interface FreshnessConfig {
    /** demarc.scan.interval, as the scanner has it. */
    @WithDefault("24h")
    Duration scheduleInterval();
}
