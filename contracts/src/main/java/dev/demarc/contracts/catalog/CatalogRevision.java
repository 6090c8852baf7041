package dev.demarc.contracts.catalog;

import dev.demarc.contracts.Require;
import java.time.Instant;
import java.util.List;

/**
 * One immutable, numbered state of all that the catalog owns.
 *
 * @param reportSeries the AWS reports that there are; what an organisation has on file of them is provider evidence
 */
public record CatalogRevision(
        int number,
        Instant publishedAt,
        List<Layer> layers,
        List<ModelDefinition> models,
        List<Service> services,
        List<Control> controls,
        List<Framework> frameworks,
        List<ReportSeries> reportSeries,
        List<ProviderEvidence> providerEvidence,
        Parameters parameters) {
    public CatalogRevision {
        Require.atLeast(1, number, "revision number");
        Require.present(publishedAt, "publishedAt");
        layers = List.copyOf(layers);
        models = List.copyOf(models);
        services = List.copyOf(services);
        controls = List.copyOf(controls);
        frameworks = List.copyOf(frameworks);
        reportSeries = reportSeries == null ? List.of() : List.copyOf(reportSeries);
        providerEvidence = List.copyOf(providerEvidence);
        Require.present(parameters, "parameters");
    }
}
