package dev.demarc.contracts.scan;

import dev.demarc.contracts.Require;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;
import java.time.Instant;

/** One listing to read. Idempotent: reading it again under the same run changes nothing. Void after its deadline. */
public record ScanTask(Scope scope, RunId run, Instant deadline) {
    public ScanTask {
        Require.present(scope, "scope");
        Require.present(run, "run");
        Require.present(deadline, "deadline");
    }
}
