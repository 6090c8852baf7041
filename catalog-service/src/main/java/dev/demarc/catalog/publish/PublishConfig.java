package dev.demarc.catalog.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the current revision is brought to Kafka. */
@ConfigMapping(prefix = "demarc.catalog.publish")
interface PublishConfig {
    /** How long to wait after the first failure. */
    @WithDefault("1s")
    Duration firstPause();

    /** How long to wait at most between two attempts. */
    @WithDefault("30s")
    Duration longestPause();

    /** How often to look whether something was published that this instance did not hear of. */
    @WithDefault("1m")
    Duration lookAgain();

    /** How long to wait for Kafka's answer in one attempt. */
    @WithDefault("10s")
    Duration patience();
}
