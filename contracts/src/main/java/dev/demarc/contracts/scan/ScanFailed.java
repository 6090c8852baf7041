package dev.demarc.contracts.scan;

import dev.demarc.contracts.Require;
import java.time.Instant;

/**
 * A scan that could not be planned: nothing of it is read. Progress of the same scan that comes later takes it back.
 *
 * @param scan the id of its request
 */
public record ScanFailed(String scan, Instant at, String reason) {
    public ScanFailed {
        Require.text(scan, "scan id");
        Require.present(at, "at");
        Require.text(reason, "reason");
    }
}
