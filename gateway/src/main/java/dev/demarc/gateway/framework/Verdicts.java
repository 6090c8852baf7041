package dev.demarc.gateway.framework;

import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.scorecard.Counts;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Many verdicts as one: any failure fails; what is not known keeps it from passing. */
final class Verdicts {
    private Verdicts() {}

    static Verdict of(Counts counts) {
        if (counts.fail() + counts.waived() > 0) {
            return Verdict.FAIL;
        }
        if (counts.unknown() > 0) {
            return Verdict.UNKNOWN;
        }
        return counts.pass() > 0 ? Verdict.PASS : Verdict.NOT_APPLICABLE;
    }

    /** @return null where there is none */
    static @Nullable Verdict ofAll(Collection<FrameworkPosture.ControlPosture> controls) {
        List<Verdict> verdicts = controls.stream()
                .flatMap(control -> Stream.of(control.verdict(), control.awsHalf()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        for (Verdict verdict : List.of(Verdict.FAIL, Verdict.UNKNOWN, Verdict.PASS, Verdict.NOT_APPLICABLE)) {
            if (verdicts.contains(verdict)) {
                return verdict;
            }
        }
        return null;
    }
}
