package dev.demarc.gateway.upstream;

import dev.demarc.shell.edge.BodyLimits;
import jakarta.inject.Singleton;

/** Bodies may be as large as the table of routes has it, and a megabyte where the gateway answers by itself. */
@Singleton
final class RouteBodies implements BodyLimits {
    @Override
    public long mostOf(String path) {
        return Math.max(MEGABYTE, Routes.mostBytes(Passage.belowRoot(path)));
    }
}
