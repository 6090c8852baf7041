package dev.demarc.engine;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.ServiceModel;
import dev.demarc.contracts.Severity;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Layer;
import dev.demarc.contracts.catalog.ModelDefinition;
import dev.demarc.contracts.catalog.Parameters;
import dev.demarc.contracts.catalog.Placement;
import dev.demarc.contracts.catalog.ResourceType;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.Service;
import dev.demarc.contracts.catalog.Variant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds small catalog revisions: two layers, one model a service, services and controls as the test adds them. */
final class Catalogs {
    static final String BUCKET = "AWS::S3::Bucket";
    static final String ACCOUNT = "AWS::::Account";

    private final List<Layer> layers = new ArrayList<>();
    private final Map<ServiceModel, Map<String, Responsibility>> models = new LinkedHashMap<>();
    private final List<Service> services = new ArrayList<>();
    private final List<Control> controls = new ArrayList<>();
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    static Catalogs aCatalog() {
        Catalogs catalog = new Catalogs();
        catalog.layer("hardware", true).layer("platform", false).layer("data", false);
        catalog.model(
                ServiceModel.ABSTRACTED, Map.of("hardware", Party.AWS, "platform", Party.AWS, "data", Party.CUSTOMER));
        return catalog;
    }

    Catalogs layer(String id, boolean ofTheCloud) {
        layers.add(new Layer(id, id, ofTheCloud, "about " + id));
        return this;
    }

    Catalogs model(ServiceModel model, Map<String, Party> parties) {
        models.put(model, responsibilities(parties));
        return this;
    }

    Catalogs service(String id, Map<String, Party> parties, Variant... variants) {
        return service(id, List.of(new ResourceType(BUCKET, Placement.REGIONAL)), parties, variants);
    }

    Catalogs service(String id, List<ResourceType> types, Map<String, Party> parties, Variant... variants) {
        services.add(new Service(
                id,
                id,
                ServiceModel.ABSTRACTED,
                "about " + id,
                types,
                responsibilities(parties),
                List.of(variants),
                null));
        return this;
    }

    Catalogs parameter(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    Catalogs control(String assertion) {
        return control(aControl().assertion(assertion));
    }

    Catalogs control(ControlBuilder control) {
        controls.add(control.number(controls.size() + 1).build());
        return this;
    }

    CatalogRevision revision() {
        List<ModelDefinition> definitions = models.entrySet().stream()
                .map(model -> new ModelDefinition(model.getKey(), model.getKey().name(), "about it", model.getValue()))
                .toList();
        Map<Severity, Integer> weights =
                Map.of(Severity.CRITICAL, 10, Severity.HIGH, 5, Severity.MEDIUM, 2, Severity.LOW, 1);
        return new CatalogRevision(
                1,
                Instant.parse("2026-01-01T00:00:00Z"),
                layers,
                definitions,
                services,
                controls,
                List.of(),
                List.of(),
                List.of(),
                new Parameters(weights, Map.of(Severity.HIGH, 30), Map.of(), parameters));
    }

    Judge judge() {
        return Judge.of(revision());
    }

    static Variant variant(String id, String when, Map<String, Party> parties, String... weakerThan) {
        return new Variant(id, id, List.of(), when, responsibilities(parties), List.of(weakerThan), null);
    }

    static Variant owned(Variant variant, String account, boolean guardrail) {
        return new Variant(
                variant.id(),
                variant.name(),
                variant.types(),
                variant.when(),
                variant.responsibilities(),
                variant.weakerThan(),
                new Variant.Owner(account, guardrail));
    }

    static Map<String, Responsibility> responsibilities(Map<String, Party> parties) {
        Map<String, Responsibility> responsibilities = new HashMap<>();
        parties.forEach((layer, party) -> responsibilities.put(
                layer, new Responsibility(party, "%s is of %s".formatted(layer, party), "the guide")));
        return responsibilities;
    }

    static ControlBuilder aControl() {
        return new ControlBuilder();
    }
}
