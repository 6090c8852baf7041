package dev.demarc.engine;

import org.jspecify.annotations.Nullable;

/**
 * Who answers for a layer where that is not the account that the resource is in.
 *
 * @param account its id, null where the resource does not tell
 * @param guardrail whether a policy of the organisation decides
 */
public record LayerOwner(@Nullable String account, boolean guardrail) {}
