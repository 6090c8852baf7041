package dev.demarc.contracts.api;

import dev.demarc.contracts.Party;
import org.jspecify.annotations.Nullable;

/**
 * Who must act.
 *
 * @param party whose the layer is on this very resource
 * @param account the account that answers for it: the resource's, or the one that the layer is inherited from
 * @param team the owning team, null where there is none
 */
public record Owner(
        Party party,
        String account,
        String accountName,
        @Nullable String team) {}
