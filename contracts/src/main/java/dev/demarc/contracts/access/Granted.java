package dev.demarc.contracts.access;

import dev.demarc.contracts.Require;

/** A role and what it reaches. */
public record Granted(Role role, Reach reach) {
    public Granted {
        Require.present(role, "role");
        Require.present(reach, "reach");
    }
}
