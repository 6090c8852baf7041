package dev.demarc.assessment.verdict;

import dev.demarc.contracts.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The findings that a resource has and had not, those that it has still with another owner, and those that it had and
 * has no more.
 */
public record FindingDifference(List<NonPass> opened, List<NonPass> changed, List<NonPass> resolved) {
    public static final FindingDifference NONE = new FindingDifference(List.of(), List.of(), List.of());

    public FindingDifference {
        opened = List.copyOf(opened);
        changed = List.copyOf(changed);
        resolved = List.copyOf(resolved);
    }

    /** @param otherTeam whether the resource belongs to another team than before */
    public static FindingDifference between(List<NonPass> before, List<NonPass> after, boolean otherTeam) {
        List<NonPass> opened = new ArrayList<>();
        List<NonPass> changed = new ArrayList<>();
        for (NonPass each : after) {
            if (each.verdict() == Verdict.FAIL) {
                Optional<NonPass> then = failure(each.control(), before);
                if (then.isEmpty()) {
                    opened.add(each);
                } else if (otherTeam || then.get().party() != each.party()) {
                    changed.add(each);
                }
            }
        }
        List<NonPass> resolved = before.stream()
                .filter(each -> each.verdict() == Verdict.FAIL
                        && failure(each.control(), after).isEmpty())
                .toList();
        return opened.isEmpty() && changed.isEmpty() && resolved.isEmpty()
                ? NONE
                : new FindingDifference(opened, changed, resolved);
    }

    private static Optional<NonPass> failure(int control, List<NonPass> nonPasses) {
        for (NonPass each : nonPasses) {
            if (each.control() == control) {
                return each.verdict() == Verdict.FAIL ? Optional.of(each) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
