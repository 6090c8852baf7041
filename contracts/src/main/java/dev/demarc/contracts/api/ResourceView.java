package dev.demarc.contracts.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One resource in a list, with how many of its controls pass, fail, cannot be told and are waived. */
public record ResourceView(
        ResourceRef resource,
        @Nullable String service,
        @Nullable String team,
        Instant observedAt,
        int pass,
        int fail,
        int unknown,
        int waived) {}
