package dev.demarc.assessment.verdict;

import dev.demarc.contracts.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The findings that a resource has and had not, and those that it had and has no more. */
public record FindingDifference(List<NonPass> opened, List<NonPass> resolved) {
    public static final FindingDifference NONE = new FindingDifference(List.of(), List.of());

    public FindingDifference {
        opened = List.copyOf(opened);
        resolved = List.copyOf(resolved);
    }

    public static FindingDifference between(List<NonPass> before, List<NonPass> after) {
        List<NonPass> opened = failingOnlyIn(after, before);
        List<NonPass> resolved = failingOnlyIn(before, after);
        return opened.isEmpty() && resolved.isEmpty() ? NONE : new FindingDifference(opened, resolved);
    }

    private static List<NonPass> failingOnlyIn(List<NonPass> here, List<NonPass> there) {
        List<NonPass> only = new ArrayList<>();
        for (NonPass each : here) {
            if (each.verdict() == Verdict.FAIL && !fails(each.control(), there)) {
                only.add(each);
            }
        }
        return only;
    }

    private static boolean fails(int control, List<NonPass> nonPasses) {
        for (NonPass each : nonPasses) {
            if (each.control() == control) {
                return each.verdict() == Verdict.FAIL;
            }
        }
        return false;
    }
}
