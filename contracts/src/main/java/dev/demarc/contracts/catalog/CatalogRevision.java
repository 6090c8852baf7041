package dev.demarc.contracts.catalog;

import dev.demarc.contracts.Require;
import java.time.Instant;
import java.util.List;

/** One immutable, numbered state of all that the catalog owns. */
public record CatalogRevision(
        int number,
        Instant publishedAt,
        List<Layer> layers,
        List<ModelDefinition> models,
        List<Service> services,
        List<Control> controls,
        List<Framework> frameworks,
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
        providerEvidence = List.copyOf(providerEvidence);
        Require.present(parameters, "parameters");
    }
}
