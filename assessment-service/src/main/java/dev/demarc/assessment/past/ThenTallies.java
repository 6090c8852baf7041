package dev.demarc.assessment.past;

import dev.demarc.assessment.past.PastStore.ScopeThen;
import dev.demarc.assessment.scorecard.ScopeReading;
import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Party;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.scorecard.Counts;
import dev.demarc.contracts.scorecard.Tally;
import dev.demarc.engine.ControlVerdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sums what was judged of one scope. */
final class ThenTallies {
    private static final Counts WAIVED = new Counts(0, 0, 0, 1, 0);

    private record Key(int control, Party party, String team) {}

    private final Map<Key, Counts> counts = new HashMap<>();
    private final Set<Integer> unverified = new HashSet<>();
    private long resources;

    void add(JudgedThen judged) {
        resources++;
        Set<Integer> waived = judged.nonPasses().stream()
                .filter(NonPass::waived)
                .map(NonPass::control)
                .collect(Collectors.toSet());
        for (ControlVerdict verdict : judged.verdicts()) {
            int control = verdict.control().number();
            counts.merge(
                    new Key(control, verdict.party(), judged.team()),
                    waived.contains(control) ? WAIVED : one(verdict.verdict()),
                    Counts::plus);
        }
        judged.nonPasses().stream()
                .filter(each -> each.failingSince() != null && !each.waived() && each.party() != Party.AWS)
                .map(NonPass::control)
                .forEach(unverified::add);
    }

    ScopeReading reading(ScopeThen scope) {
        List<Tally> tallies = new ArrayList<>();
        counts.forEach((key, sum) -> tallies.add(new Tally(key.control(), key.party(), key.team(), sum)));
        return new ScopeReading(
                scope.scope(),
                scope.completeAt(),
                scope.outcome(),
                scope.reason(),
                scope.permission(),
                scope.staleReason(),
                resources,
                tallies,
                unverified);
    }

    private static Counts one(Verdict verdict) {
        return switch (verdict) {
            case PASS -> new Counts(1, 0, 0, 0, 0);
            case FAIL -> new Counts(0, 1, 0, 0, 0);
            case UNKNOWN -> new Counts(0, 0, 1, 0, 0);
            case NOT_APPLICABLE -> new Counts(0, 0, 0, 0, 1);
        };
    }
}
