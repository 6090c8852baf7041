package dev.demarc.engine.assurance;

import dev.demarc.contracts.Category;
import dev.demarc.contracts.Verdict;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.ProviderEvidence;
import dev.demarc.contracts.catalog.ProviderHalf;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.scorecard.Assurance;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Joins AWS's halves of controls with the AWS reports that one organisation has on file. */
public final class ProviderHalves {
    private final List<ProviderEvidence> reports;

    private ProviderHalves(List<ProviderEvidence> reports) {
        this.reports = reports;
    }

    /** Takes what all organisations have on file and what this one has; another's reports say nothing of it. */
    public static ProviderHalves onFile(Collection<ProviderEvidence> reports, String organization) {
        return new ProviderHalves(reports.stream()
                .filter(report -> report.organization() == null || organization.equals(report.organization()))
                .toList());
    }

    /** Every report on file, with whether it counts on that day. */
    public List<Report> reports(LocalDate on) {
        return reports.stream()
                .map(report -> new Report(
                        report, Currency.isCurrent(report, reports, on), Currency.currentUntil(report, reports)))
                .toList();
    }

    /**
     * PASS where a current report has the service and the region in scope, else UNKNOWN.
     *
     * @param service the service's id, null where the control is over all services
     * @param region {@code global} and null are in every report's scope
     */
    public Half verdict(ProviderHalf half, @Nullable String service, @Nullable String region, LocalDate on) {
        List<ProviderEvidence> onFile = reports.stream()
                .filter(report -> half.evidence().contains(report.series()))
                .toList();
        if (onFile.isEmpty()) {
            return Half.unknown("no report of %s is on file".formatted(String.join(" or ", half.evidence())));
        }
        List<ProviderEvidence> current = onFile.stream()
                .filter(report -> Currency.isCurrent(report, reports, on))
                .toList();
        if (current.isEmpty()) {
            return Half.unknown(stale(onFile));
        }
        List<ProviderEvidence> covering = current.stream()
                .filter(report -> inScope(report.services(), service)
                        && (Scope.GLOBAL.equals(region) || inScope(report.regions(), region)))
                .sorted(Comparator.comparing(Currency::lastDay).reversed().thenComparing(ProviderEvidence::id))
                .toList();
        return covering.isEmpty() ? Half.unknown(outOfScope(current, service, region)) : Half.covered(covering);
    }

    /**
     * How many of the inherited and shared controls have an AWS half that is covered in all the regions.
     *
     * @param regions the regions that an account uses; none where they do not matter
     */
    public Assurance assurance(Collection<Control> controls, Collection<String> regions, LocalDate on) {
        List<Control> withHalf = controls.stream()
                .filter(control -> control.category() != Category.CUSTOMER_SPECIFIC)
                .toList();
        long covered = withHalf.stream()
                .filter(control -> isCovered(control, regions, on))
                .count();
        return new Assurance((int) covered, withHalf.size());
    }

    private boolean isCovered(Control control, Collection<String> regions, LocalDate on) {
        ProviderHalf half = control.provider();
        if (half == null) {
            return false;
        }
        return regions.isEmpty()
                ? verdict(half, control.service(), null, on).verdict() == Verdict.PASS
                : regions.stream()
                        .allMatch(region ->
                                verdict(half, control.service(), region, on).verdict() == Verdict.PASS);
    }

    private static boolean inScope(List<String> scope, @Nullable String wanted) {
        return wanted == null || scope.isEmpty() || scope.contains(wanted);
    }

    private static String stale(List<ProviderEvidence> onFile) {
        return onFile.stream()
                .max(Comparator.comparing(Currency::lastDay))
                .map(report -> "no current report is on file; %s spoke from %s until %s"
                        .formatted(report.title(), report.issuedOn(), Currency.lastDay(report)))
                .orElse("no current report is on file");
    }

    private static String outOfScope(
            List<ProviderEvidence> current, @Nullable String service, @Nullable String region) {
        String titles = current.stream().map(ProviderEvidence::title).collect(Collectors.joining(", "));
        return "%s %s not have %s in %s in scope"
                .formatted(
                        titles,
                        current.size() == 1 ? "does" : "do",
                        service == null ? "all services" : service,
                        region == null ? "any region" : region);
    }

    /**
     * A report on file.
     *
     * @param currentUntil the last day on which it counts, because it lapses then or a successor is issued after it
     */
    public record Report(ProviderEvidence evidence, boolean current, LocalDate currentUntil) {}

    /**
     * AWS's half of a control.
     *
     * @param verdict PASS or UNKNOWN
     * @param reason why, in one sentence
     * @param evidence the reports that cover it, the longest current first
     */
    public record Half(Verdict verdict, String reason, List<ProviderEvidence> evidence) {
        static Half unknown(String reason) {
            return new Half(Verdict.UNKNOWN, reason, List.of());
        }

        static Half covered(List<ProviderEvidence> evidence) {
            ProviderEvidence best = evidence.get(0);
            String exceptions =
                    best.exceptions().isEmpty() ? "" : ", with exceptions: " + String.join("; ", best.exceptions());
            return new Half(
                    Verdict.PASS,
                    "%s covers it until %s%s".formatted(best.title(), Currency.lastDay(best), exceptions),
                    evidence);
        }
    }
}
