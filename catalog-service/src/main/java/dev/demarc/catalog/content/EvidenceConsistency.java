package dev.demarc.catalog.content;

import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.ProviderEvidence;
import dev.demarc.contracts.catalog.ReportSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** AWS's halves and the reports on file speak of series that there are. */
final class EvidenceConsistency {
    private final CatalogRevision revision;
    private final Set<String> series;
    private final List<CatalogProblem> problems = new ArrayList<>();

    EvidenceConsistency(CatalogRevision revision) {
        this.revision = revision;
        this.series =
                revision.reportSeries().stream().map(ReportSeries::id).collect(Collectors.toCollection(TreeSet::new));
    }

    List<CatalogProblem> check() {
        for (Control control : revision.controls()) {
            if (control.provider() != null) {
                control.provider()
                        .evidence()
                        .forEach(id -> known("controls[%s].provider.evidence".formatted(control.id()), id));
            }
        }
        for (ProviderEvidence report : revision.providerEvidence()) {
            known("providerEvidence[%s].series".formatted(report.id()), report.series());
        }
        return problems;
    }

    private void known(String path, String id) {
        if (!series.contains(id)) {
            problems.add(new CatalogProblem(
                    path, "'%s' is no series of AWS reports; accepted: %s".formatted(id, String.join(", ", series))));
        }
    }
}
