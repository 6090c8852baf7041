package dev.demarc.contracts.api;

import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.contracts.scan.ScanRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scan and how far it is.
 *
 * @param endedAt when its last scope ended, null while any is open
 * @param resources resources read so far
 * @param scopes every scope's latest progress; empty in lists of scans
 */
public record ScanView(
        ScanRequest request,
        State state,
        @Nullable Instant endedAt,
        int planned,
        int ended,
        int notComplete,
        long resources,
        List<ScanProgress> scopes) {
    /** Under way, or every scope has ended. */
    public enum State {
        RUNNING,
        ENDED
    }
}
