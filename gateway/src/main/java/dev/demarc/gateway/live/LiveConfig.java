package dev.demarc.gateway.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many may listen to what changes, and for how long a slow one is waited for. */
@ConfigMapping(prefix = "demarc.gateway.live")
interface LiveConfig {
    /** How many may listen at the same time. */
    @WithDefault("500")
    int listeners();

    /** How many events are kept, for listeners that come back; one that is further behind is dropped. */
    @WithDefault("4000")
    int kept();

    /** How often a sign of life is sent. */
    @WithDefault("15s")
    Duration beat();
}
