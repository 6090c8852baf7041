package dev.demarc.assessment.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The findings that a resource has and had not, those that it has still with another owner or another certainty or
 * are waived or no longer so, and those that it had and has no more.
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
            if (each.isFinding()) {
                Optional<NonPass> then = finding(each.control(), before);
                if (then.isEmpty()) {
                    opened.add(each);
                } else if (otherTeam
                        || then.get().waived() != each.waived()
                        || !then.get().saysTheSameAs(each)) {
                    changed.add(each);
                }
            }
        }
        List<NonPass> resolved = before.stream()
                .filter(each ->
                        each.isFinding() && finding(each.control(), after).isEmpty())
                .toList();
        return opened.isEmpty() && changed.isEmpty() && resolved.isEmpty()
                ? NONE
                : new FindingDifference(opened, changed, resolved);
    }

    private static Optional<NonPass> finding(int control, List<NonPass> nonPasses) {
        for (NonPass each : nonPasses) {
            if (each.control() == control) {
                return each.isFinding() ? Optional.of(each) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
