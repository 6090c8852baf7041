package dev.demarc.gateway.evidence;

import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.ProviderEvidence;
import dev.demarc.contracts.catalog.ReportSeries;
import dev.demarc.engine.assurance.ProviderHalves;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The AWS reports that an organisation has on file.
 *
 * @param on the day on which they are current or not
 * @param reports the current ones first, of these the one that lapses first
 * @param series every series of reports that there is, those of which none is current on file included
 */
record ProviderEvidenceView(String organization, LocalDate on, List<OnFile> reports, List<Series> series) {
    /**
     * One report on file.
     *
     * @param currentUntil the last day on which it counts, because it lapses then or a successor is issued after it
     * @param controls ids of the controls whose AWS half it covers while it is current
     */
    record OnFile(ProviderEvidence report, boolean current, LocalDate currentUntil, List<String> controls) {}

    /**
     * One series of reports.
     *
     * @param current whether a current report of it is on file
     * @param controls ids of the controls whose AWS half names it
     */
    record Series(ReportSeries series, boolean current, List<String> controls) {}

    static ProviderEvidenceView of(CatalogRevision catalog, String organization, LocalDate on) {
        List<OnFile> reports = ProviderHalves.onFile(catalog.providerEvidence(), organization).reports(on).stream()
                .map(report -> new OnFile(
                        report.evidence(),
                        report.current(),
                        report.currentUntil(),
                        controls(
                                catalog,
                                report.evidence().series(),
                                report.evidence().services())))
                .sorted(Comparator.comparing((OnFile report) -> !report.current())
                        .thenComparing(OnFile::currentUntil)
                        .thenComparing(report -> report.report().id()))
                .toList();
        List<Series> series = catalog.reportSeries().stream()
                .map(one -> new Series(
                        one,
                        reports.stream()
                                .anyMatch(report -> report.current()
                                        && report.report().series().equals(one.id())),
                        controls(catalog, one.id(), List.of())))
                .toList();
        return new ProviderEvidenceView(organization, on, reports, series);
    }

    /** @param services those in scope, empty for all */
    private static List<String> controls(CatalogRevision catalog, String series, List<String> services) {
        return catalog.controls().stream()
                .filter(control -> control.provider() != null
                        && control.provider().evidence().contains(series)
                        && (services.isEmpty() || control.service() == null || services.contains(control.service())))
                .map(Control::id)
                .toList();
    }
}
