package dev.demarc.contracts.api;

import dev.demarc.contracts.resource.ResourceKey;
import org.jspecify.annotations.Nullable;

/** Enough of a resource to name it and to link to it. */
public record ResourceRef(
        ResourceKey key,
        String account,
        String region,
        String type,
        String id,
        @Nullable String name,
        @Nullable String arn) {}
