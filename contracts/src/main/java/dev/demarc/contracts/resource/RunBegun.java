package dev.demarc.contracts.resource;

import dev.demarc.contracts.Require;
import java.time.Instant;

/**
 * A reading of a scope begins; what it does not list and was observed before {@code begunAt} is gone once it is
 * complete.
 */
public record RunBegun(Scope scope, RunId run, Source source, Instant begunAt) {
    public RunBegun {
        Require.present(scope, "scope");
        Require.present(run, "run");
        Require.present(source, "source");
        Require.present(begunAt, "begunAt");
    }
}
