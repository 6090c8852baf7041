package dev.demarc.gateway.scan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is remembered of scans. */
@ConfigMapping(prefix = "demarc.gateway.scans")
interface ScanConfig {
    /** How many scans are remembered. */
    @WithDefault("100")
    int kept();

    /** How many scopes' progress all of them may have; the oldest scans make room. */
    @WithDefault("300000")
    int scopes();
}
