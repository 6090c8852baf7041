package dev.demarc.assessment.tally;

import dev.demarc.assessment.verdict.NonPass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a transaction adds to the counts of resources, open findings and members of workloads, and takes from them. */
public final class CountDifference {
    private static final long DAY = TimeUnit.DAYS.toSeconds(1);

    /** A count of resources or findings. */
    public sealed interface Key {}

    /** Resources of a scope that a team owns. */
    public record Owned(int scope, int team) implements Key {}

    /**
     * Open findings of a scope, without the waived ones.
     *
     * @param openedOn the day (UTC) that they opened on, counted from 1970-01-01
     */
    public record Open(int scope, int control, int team, long openedOn) implements Key {}

    /** Resources of a scope that are part of a workload, by responsibility profile. */
    public record Member(int scope, int workload, int profile) implements Key {}

    /**
     * What of a resource is counted.
     *
     * @param workload the workload's number, 0 for none, negative where nobody has looked yet
     */
    public record Counted(int scope, int team, int profile, int workload, List<NonPass> nonPasses) {}

    private final Map<Key, Long> counts = new HashMap<>();

    public void add(Counted resource) {
        count(resource, 1);
    }

    public void subtract(Counted resource) {
        count(resource, -1);
    }

    /** Counts that differ, each by how much. */
    public Map<Key, Long> counts() {
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private void count(Counted resource, long sign) {
        counts.merge(new Owned(resource.scope(), resource.team()), sign, Long::sum);
        if (resource.workload() > 0) {
            counts.merge(new Member(resource.scope(), resource.workload(), resource.profile()), sign, Long::sum);
        }
        for (NonPass each : resource.nonPasses()) {
            if (each.isOpen()) {
                long day = Math.floorDiv(each.openSince().getEpochSecond(), DAY);
                counts.merge(new Open(resource.scope(), each.control(), resource.team(), day), sign, Long::sum);
            }
        }
    }
}
