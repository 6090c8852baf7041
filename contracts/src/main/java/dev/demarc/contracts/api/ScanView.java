package dev.demarc.contracts.api;

import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.contracts.scan.ScanRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scan and how far it is.
 *
 * @param reason why it failed, null where it has not
 * @param endedAt when its last scope ended or it failed, null while any is open
 * @param planned how many scopes it has, {@code ended} how many of them are over
 * @param notComplete scopes that were not read to their end
 * @param remarked scopes whose listing held something that is not read as it stands, as their remarks say
 * @param overruled scopes that were read and not taken, since another reading speaks for them
 * @param resources resources read so far
 * @param scopes every scope's latest progress; empty in lists of scans
 */
public record ScanView(
        ScanRequest request,
        State state,
        @Nullable String reason,
        @Nullable Instant endedAt,
        int planned,
        int ended,
        int notComplete,
        int remarked,
        int overruled,
        long resources,
        List<ScanProgress> scopes) {
    /** Under way, every scope has ended, or none could be planned. */
    public enum State {
        RUNNING,
        ENDED,
        FAILED
    }
}
