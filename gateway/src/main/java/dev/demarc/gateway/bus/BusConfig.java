package dev.demarc.gateway.bus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the bus is followed. */
@ConfigMapping(prefix = "demarc.gateway.bus")
interface BusConfig {
    /** How far back the progress of scans is read at the start. */
    @WithDefault("2d")
    Duration recent();

    /** How often Kafka is asked for new partitions and for the ends of those known. */
    @WithDefault("3s")
    Duration checkEvery();

    /** For how long Kafka may be silent before answers are marked with their age. */
    @WithDefault("10s")
    Duration silence();
}
