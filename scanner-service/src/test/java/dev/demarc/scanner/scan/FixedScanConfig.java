package dev.demarc.scanner.scan;

import java.time.Duration;

/** Settings of a test. */
record FixedScanConfig(
        boolean work, int workers, int detailCalls, Duration deadline, boolean scheduled, Duration interval)
        implements ScanConfig {
    FixedScanConfig() {
        this(true, 2, 4, Duration.ofMinutes(5), true, Duration.ofHours(24));
    }
}
