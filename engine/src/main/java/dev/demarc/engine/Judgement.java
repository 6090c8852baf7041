package dev.demarc.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the catalog says of one resource.
 *
 * @param verdicts one per automated or attested control of the resource's type and placement
 * @param reviewAt the earliest instant after the judgement's at which time alone may change it, null if never
 */
public record Judgement(
        List<ControlVerdict> verdicts,
        Profile profile,
        @Nullable Instant reviewAt) {}
