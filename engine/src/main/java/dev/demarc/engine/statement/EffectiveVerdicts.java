package dev.demarc.engine.statement;

import dev.demarc.engine.ControlVerdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource's verdicts with the statements that cover it applied.
 *
 * @param reviewAt the earliest instant after now at which a statement begins or ends that changes one, null if none
 */
public record EffectiveVerdicts(
        List<ControlVerdict> verdicts, @Nullable Instant reviewAt) {
    public EffectiveVerdicts {
        verdicts = List.copyOf(verdicts);
    }
}
