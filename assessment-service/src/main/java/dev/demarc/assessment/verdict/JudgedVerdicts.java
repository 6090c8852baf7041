package dev.demarc.assessment.verdict;

import dev.demarc.contracts.Verdict;
import dev.demarc.engine.ControlVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What of a judgement is stored: everything that is not a pass, ascending by control. A failure that cannot be read any
 * more stays a finding with its date, until it is seen mended or not to apply.
 */
public final class JudgedVerdicts {
    private JudgedVerdicts() {}

    /**
     * @param before what stood there, whose {@code since} stays where the verdict does
     * @param at when what is new was first seen
     */
    public static List<NonPass> of(List<ControlVerdict> verdicts, List<NonPass> before, Instant at) {
        List<NonPass> nonPasses = new ArrayList<>();
        for (ControlVerdict verdict : verdicts) {
            if (verdict.verdict() != Verdict.PASS) {
                nonPasses.add(keepingSince(nonPass(verdict, at), before, verdict.statement() != null));
            }
        }
        nonPasses.sort(Comparator.comparingInt(NonPass::control));
        return nonPasses;
    }

    private static NonPass nonPass(ControlVerdict verdict, Instant at) {
        boolean unknown = verdict.verdict() == Verdict.UNKNOWN;
        boolean declared = verdict.verdict() == Verdict.NOT_APPLICABLE && verdict.statement() != null;
        return new NonPass(
                verdict.control().number(),
                verdict.verdict(),
                verdict.party(),
                at,
                unknown || declared ? verdict.reason() : null,
                unknown ? verdict.permission() : null,
                null,
                verdict.verdict() == Verdict.FAIL && verdict.statement() != null);
    }

    private static NonPass keepingSince(NonPass now, List<NonPass> before, boolean stated) {
        for (NonPass earlier : before) {
            if (earlier.control() == now.control()) {
                return following(now, earlier, stated);
            }
        }
        return now;
    }

    private static NonPass following(NonPass now, NonPass earlier, boolean stated) {
        NonPass dated = earlier.saysTheSameAs(now) ? now.since(earlier.since()) : now;
        if (!earlier.isFinding()) {
            return dated;
        }
        return switch (now.verdict()) {
            case FAIL -> earlier.verdict() == Verdict.FAIL ? dated : now.since(earlier.openSince());
            case UNKNOWN -> dated.failingSince(earlier.openSince(), stated);
            case PASS, NOT_APPLICABLE -> dated;
        };
    }
}
