package dev.demarc.scanner.scan;

import java.time.Duration;
import java.util.Optional;

/** Settings of a test. */
record FixedScanConfig(boolean work, int workers, int detailCalls, Duration deadline, Optional<Duration> every)
        implements ScanConfig {
    FixedScanConfig() {
        this(true, 2, 4, Duration.ofMinutes(5), Optional.empty());
    }
}
