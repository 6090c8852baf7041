package dev.demarc.contracts.api;

import dev.demarc.contracts.finding.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A duty or a verdict that moved, other than by a catalog change or a first judgement.
 *
 * @param workload what the resource is part of, null where it says nothing of it; given with {@code from} or
 *     {@code to} of a duty, whose it was or is for the workload
 * @param resource the resource that it moved on, or whose coming or going moved it for the workload
 * @param layer of a duty, null for a verdict
 * @param control id of a verdict's control, null for a duty
 * @param from a party or a verdict; null where it came with a resource
 * @param to a party or a verdict; null where it left with a resource
 * @param rule the rule that decides the duty now, or decided it last
 */
public record DriftItem(
        Kind kind,
        Instant at,
        String account,
        @Nullable String workload,
        ResourceRef resource,
        @Nullable String layer,
        @Nullable String control,
        @Nullable String from,
        @Nullable String to,
        @Nullable String rule,
        Cause cause) {
    /** Whose a layer is, or what a control says. */
    public enum Kind {
        DUTY,
        VERDICT
    }
}
