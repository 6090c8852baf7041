package dev.demarc.contracts.api;

import dev.demarc.contracts.resource.ResourceConfiguration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One resource: its configuration, layer by layer whose it is and why, and every verdict. */
public record ResourceDetail(
        ResourceRef resource,
        @Nullable String service,
        Owner owner,
        Instant observedAt,
        int revision,
        ResourceConfiguration configuration,
        List<LayerView> layers,
        List<VerdictView> verdicts) {}
