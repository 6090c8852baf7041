package dev.demarc.assessment.drift;

import dev.demarc.contracts.Severity;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.api.DriftItem;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.finding.Cause;
import dev.demarc.engine.Judge;
import dev.demarc.engine.ownership.Ownership;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Verdicts that moved: findings that opened or were resolved; pure. */
final class VerdictDrift {
    /** A move with what it is counted by. */
    record Moved(DriftItem item, Severity severity, String team) {
        boolean isOpened() {
            return Verdict.FAIL.name().equals(item.to());
        }
    }

    private final Evidence evidence;
    private final Judge judge;
    private final Ownership ownership;
    private final Map<Integer, Control> controls;

    VerdictDrift(Evidence evidence, Judge judge, Ownership ownership) {
        this.evidence = evidence;
        this.judge = judge;
        this.ownership = ownership;
        controls = judge.revision().controls().stream()
                .collect(Collectors.toUnmodifiableMap(Control::number, Function.identity()));
    }

    List<Moved> moved() {
        List<Moved> moved = new ArrayList<>();
        for (FindingTime finding : evidence.findings()) {
            Control control = controls.get(finding.control());
            if (control != null) {
                opened(finding, control).ifPresent(moved::add);
                resolved(finding, control).ifPresent(moved::add);
            }
        }
        return moved;
    }

    private Optional<Moved> opened(FindingTime finding, Control control) {
        if (!finding.since().isAfter(evidence.since()) || evidence.isFirst(finding.scope(), finding.since())) {
            return Optional.empty();
        }
        return causeOfOpening(finding, control)
                .map(cause -> moved(finding, control, finding.since(), Verdict.PASS, Verdict.FAIL, cause));
    }

    /** Empty where the catalog's change opened it: by it the configuration failed from the beginning. */
    private Optional<Cause> causeOfOpening(FindingTime finding, Control control) {
        List<Version> versions = evidence.versions().getOrDefault(finding.ref().key(), List.of());
        boolean byConfiguration = versions.stream()
                .anyMatch(version ->
                        version.from().truncatedTo(ChronoUnit.SECONDS).equals(finding.since()));
        if (byConfiguration) {
            return Optional.of(Cause.CONFIGURATION);
        }
        Instant before = finding.since().minusSeconds(1);
        return versions.stream()
                .filter(version -> version.holdsAt(before))
                .findFirst()
                .filter(version -> judge.judge(version.configuration(), begin(version)).verdicts().stream()
                        .noneMatch(verdict ->
                                verdict.control().number() == control.number() && verdict.verdict() == Verdict.FAIL))
                .map(version -> Cause.TIME);
    }

    private Instant begin(Version version) {
        return version.from().isAfter(evidence.since()) ? version.from() : evidence.since();
    }

    private Optional<Moved> resolved(FindingTime finding, Control control) {
        Instant until = finding.until();
        Cause cause = finding.cause();
        if (until == null
                || cause == null
                || cause == Cause.CATALOG
                || cause == Cause.FIRST_JUDGEMENT
                || !until.isAfter(evidence.since())) {
            return Optional.empty();
        }
        Verdict now = cause == Cause.REMOVAL ? null : finding.now() == Verdict.FAIL ? Verdict.PASS : finding.now();
        return Optional.of(moved(finding, control, until, Verdict.FAIL, now, cause));
    }

    private Moved moved(
            FindingTime finding, Control control, Instant at, Verdict from, @Nullable Verdict to, Cause cause) {
        String workload = evidence.versions().getOrDefault(finding.ref().key(), List.of()).stream()
                .findFirst()
                .flatMap(version -> ownership.workload(version.configuration().tags()))
                .orElse(null);
        return new Moved(
                new DriftItem(
                        DriftItem.Kind.VERDICT,
                        at,
                        finding.ref().account(),
                        workload,
                        finding.ref(),
                        null,
                        control.id(),
                        from.name(),
                        to == null ? null : to.name(),
                        null,
                        cause),
                control.severity(),
                finding.team());
    }
}
