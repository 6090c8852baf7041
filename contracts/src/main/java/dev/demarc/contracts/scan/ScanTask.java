package dev.demarc.contracts.scan;

import dev.demarc.contracts.Require;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;

/** One listing to read. Idempotent: reading it again under the same run changes nothing. */
public record ScanTask(Scope scope, RunId run) {
    public ScanTask {
        Require.present(scope, "scope");
        Require.present(run, "run");
    }
}
