package dev.demarc.contracts.scan;

import dev.demarc.contracts.Require;
import java.time.Instant;
import java.util.List;

/**
 * A scan that is asked for; an empty list of accounts, regions or types means all that are known.
 *
 * @param id names the scan; a schedule's is its slot, so that replicas cannot start it twice
 */
public record ScanRequest(
        String id,
        Instant requestedAt,
        Trigger trigger,
        List<String> accounts,
        List<String> regions,
        List<String> types) {
    /** What asked for the scan. */
    public enum Trigger {
        SCHEDULE,
        REQUEST,
        COMMAND_LINE,
        IMPORT,
        CHANGE
    }

    public ScanRequest {
        Require.text(id, "scan id");
        Require.present(requestedAt, "requestedAt");
        Require.present(trigger, "trigger");
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
        regions = regions == null ? List.of() : List.copyOf(regions);
        types = types == null ? List.of() : List.copyOf(types);
    }
}
