package dev.demarc.gateway.catalog;

import dev.demarc.contracts.ServiceModel;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Framework;
import dev.demarc.contracts.catalog.Layer;
import dev.demarc.contracts.catalog.ModelDefinition;
import dev.demarc.contracts.catalog.Service;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One catalog revision with the indexes that reading needs. */
public final class CatalogView {
    private final CatalogRevision revision;
    private final Map<Integer, Control> controlsByNumber;
    private final Map<String, Control> controls;
    private final Map<String, Service> services;
    private final Map<String, Framework> frameworks;
    private final Map<String, Layer> layers;
    private final Map<ServiceModel, ModelDefinition> models;

    private CatalogView(CatalogRevision revision) {
        this.revision = revision;
        controlsByNumber = index(revision.controls(), Control::number);
        controls = index(revision.controls(), Control::id);
        services = index(revision.services(), Service::id);
        frameworks = index(revision.frameworks(), Framework::id);
        layers = index(revision.layers(), Layer::id);
        models = index(revision.models(), ModelDefinition::model);
    }

    public static CatalogView of(CatalogRevision revision) {
        return new CatalogView(revision);
    }

    public CatalogRevision revision() {
        return revision;
    }

    public Map<Integer, Control> controlsByNumber() {
        return controlsByNumber;
    }

    public Optional<Control> control(String id) {
        return Optional.ofNullable(controls.get(id));
    }

    public Optional<Service> service(String id) {
        return Optional.ofNullable(services.get(id));
    }

    public Optional<Framework> framework(String id) {
        return Optional.ofNullable(frameworks.get(id));
    }

    public Optional<Layer> layer(String id) {
        return Optional.ofNullable(layers.get(id));
    }

    public Optional<ModelDefinition> model(ServiceModel model) {
        return Optional.ofNullable(models.get(model));
    }

    private static <K, V> Map<K, V> index(Collection<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }
}
