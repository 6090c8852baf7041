package dev.demarc.gateway.access;

import dev.demarc.shell.edge.BodyLimits;
import jakarta.inject.Singleton;

/** A file that bears out a statement may have 10 MB. */
@Singleton
final class GatewayBodies implements BodyLimits {
    @Override
    public long mostOf(String path) {
        return path.endsWith("/evidence-files") ? 10 * MEGABYTE : MEGABYTE;
    }
}
