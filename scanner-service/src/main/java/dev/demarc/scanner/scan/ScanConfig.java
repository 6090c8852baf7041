package dev.demarc.scanner.scan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How scans are planned and carried out. */
@ConfigMapping(prefix = "demarc.scan")
public interface ScanConfig {
    /** Whether this process plans scans and works on tasks; a command does neither. */
    @WithDefault("true")
    boolean work();

    /** Scopes that this process reads at once. */
    @WithDefault("4")
    int workers();

    /** Calls for details that this process makes at once. */
    @WithDefault("16")
    int detailCalls();

    /** How long one scope may be read, from when a worker takes it; then its run has failed. */
    @WithDefault("2h")
    Duration deadline();

    /** Whether scans are asked for by the clock at all. */
    @WithDefault("true")
    boolean scheduled();

    /** Time between two scheduled scans of everything; assessment has the same, and takes three of it for stale. */
    @WithDefault("24h")
    Duration interval();
}
