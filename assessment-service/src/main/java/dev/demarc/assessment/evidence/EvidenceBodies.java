package dev.demarc.assessment.evidence;

import dev.demarc.shell.edge.BodyLimits;
import jakarta.inject.Singleton;

/** Evidence files are refused by their own limit, with a reason; this one only keeps the worst away. */
@Singleton
final class EvidenceBodies implements BodyLimits {
    @Override
    public long mostOf(String path) {
        return path.endsWith("/evidence-files") ? 64 * MEGABYTE : MEGABYTE;
    }
}
