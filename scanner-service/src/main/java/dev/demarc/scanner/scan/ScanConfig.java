package dev.demarc.scanner.scan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

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

    /** After this long a task that was not read to its end has failed. */
    @WithDefault("PT2H")
    Duration deadline();

    /** Time between two scheduled scans of everything; none unless set. */
    Optional<Duration> every();
}
