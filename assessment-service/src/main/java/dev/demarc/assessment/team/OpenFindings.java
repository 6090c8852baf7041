package dev.demarc.assessment.team;

import dev.demarc.assessment.verdict.NonPass;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts open findings and those that should have been mended by now; pure. */
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

        private void add(Severity severity) {
            bySeverity.merge(severity, 1L, Long::sum);
        }
    }

    private final Map<Integer, Control> controls;
    private final Map<Severity, Integer> dueDays = new EnumMap<>(Severity.class);
    private final Instant now;
    private final Map<String, Counts> open = new TreeMap<>();
    private final Map<String, Counts> overdue = new TreeMap<>();

    public OpenFindings(CatalogRevision catalog, Instant now) {
        this.now = now;
        controls =
                catalog.controls().stream().collect(Collectors.toUnmodifiableMap(Control::number, Function.identity()));
        catalog.parameters().dueDays().forEach((severity, days) -> {
            if (days != null) {
                dueDays.put(severity, days);
            }
        });
    }

    public static Map<Severity, Long> none() {
        Map<Severity, Long> none = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            none.put(severity, 0L);
        }
        return none;
    }

    /** @param team empty for none */
    public void add(String team, List<NonPass> nonPasses) {
        for (NonPass each : nonPasses) {
            Control control = controls.get(each.control());
            if (each.isOpen() && control != null) {
                of(open, team).add(control.severity());
                Integer days = dueDays.get(control.severity());
                if (days != null && each.openSince().plus(Duration.ofDays(days)).isBefore(now)) {
                    of(overdue, team).add(control.severity());
                }
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
