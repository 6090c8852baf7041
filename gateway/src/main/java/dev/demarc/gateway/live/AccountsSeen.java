package dev.demarc.gateway.live;

import dev.demarc.contracts.access.Sight;

/** Tells whose news somebody is told. */
public interface AccountsSeen {
    /** Whether all of an account may be seen. */
    boolean covers(Sight sight, String account);
}
