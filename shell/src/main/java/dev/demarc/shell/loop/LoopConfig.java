package dev.demarc.shell.loop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a loop counts as ill. */
@ConfigMapping(prefix = "demarc.loops")
public interface LoopConfig {
    /** How long faults in a row are waited out before the service says that it is not ready, or not alive. */
    @WithDefault("1m")
    Duration patience();

    /** How long one turn may take before its thread counts as standing still. */
    @WithDefault("10m")
    Duration mostOfATurn();

    /** The wait after a first fault; it doubles with each further one in a row. */
    @WithDefault("100ms")
    Duration firstBackOff();

    /** The longest wait after a fault. */
    @WithDefault("10s")
    Duration mostBackOff();
}
