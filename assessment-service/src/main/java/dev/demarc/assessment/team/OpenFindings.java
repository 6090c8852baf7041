package dev.demarc.assessment.team;

import dev.demarc.assessment.verdict.Deadline;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sums up open findings and those that should have been mended by now; pure. */
public final class OpenFindings {
    /** Counts by severity, every severity among them. */
    public static final class Counts {
        private final Map<Severity, Long> bySeverity = none();

        public Map<Severity, Long> bySeverity() {
            return bySeverity;
        }

        public long sum() {
            return bySeverity.values().stream().mapToLong(Long::longValue).sum();
        }

        private void add(Severity severity, long more) {
            bySeverity.merge(severity, more, Long::sum);
        }
    }

    private final Map<Integer, Severity> severities;
    private final Map<Integer, LocalDate> firstInTime = new HashMap<>();
    private final Map<String, Counts> open = new TreeMap<>();
    private final Map<String, Counts> overdue = new TreeMap<>();

    public OpenFindings(CatalogRevision catalog, Instant now) {
        severities =
                catalog.controls().stream().collect(Collectors.toUnmodifiableMap(Control::number, Control::severity));
        severities.forEach((control, severity) -> {
            Integer days = catalog.parameters().dueDays().get(severity);
            if (days != null) {
                firstInTime.put(control, Deadline.firstInTime(now, days));
            }
        });
    }

    /** By control, the first day whose findings are not overdue; without those that are never due. */
    Map<Integer, LocalDate> firstInTime() {
        return Map.copyOf(firstInTime);
    }

    public static Map<Severity, Long> none() {
        Map<Severity, Long> none = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            none.put(severity, 0L);
        }
        return none;
    }

    /**
     * Findings of one control; without the control's severity, where the catalog has retired it, they do not count.
     *
     * @param team empty for none
     */
    public void add(String team, int control, long findings, long late) {
        Severity severity = severities.get(control);
        if (severity != null) {
            of(open, team).add(severity, findings);
            if (late > 0) {
                of(overdue, team).add(severity, late);
            }
        }
    }

    public Counts open(String team) {
        return open.getOrDefault(team, new Counts());
    }

    /** By team, those with any. */
    public Map<String, Counts> overdue() {
        return overdue;
    }

    private static Counts of(Map<String, Counts> counts, String team) {
        return counts.computeIfAbsent(team, name -> new Counts());
    }
}
