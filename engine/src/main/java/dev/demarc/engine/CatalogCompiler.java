package dev.demarc.engine;

import dev.demarc.contracts.ServiceModel;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Layer;
import dev.demarc.contracts.catalog.ModelDefinition;
import dev.demarc.contracts.catalog.Placement;
import dev.demarc.contracts.catalog.ResourceType;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.Service;
import dev.demarc.engine.expression.Expression;
import dev.demarc.engine.expression.Expressions;
import dev.demarc.engine.ownership.Ownership;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles a revision into rules by resource type, gathering every fault before it gives up. */
final class CatalogCompiler {
    private final CatalogRevision revision;
    private final Compilation compilation;
    private final Map<ServiceModel, ModelDefinition> models = new HashMap<>();
    private final Map<String, Service> servicesByType = new LinkedHashMap<>();
    private final Map<String, Placement> placements = new HashMap<>();
    private final Map<String, List<LayerResponsibility>> services = new HashMap<>();
    private final Map<String, TypeRules> types = new HashMap<>();
    private final Map<String, RemedyRules> remedies = new HashMap<>();

    private CatalogCompiler(CatalogRevision revision, Expressions expressions) {
        this.revision = revision;
        this.compilation = new Compilation(revision.layers(), expressions);
    }

    static CatalogCompiler compile(CatalogRevision revision, Expressions expressions) {
        CatalogCompiler compiler = new CatalogCompiler(revision, expressions);
        compiler.parameters();
        compiler.index();
        Map<String, List<ControlRule>> controls = compiler.controls();
        compiler.rules(controls);
        List<String> problems = compiler.compilation.problems();
        if (!problems.isEmpty()) {
            throw new CatalogException(problems);
        }
        return compiler;
    }

    Map<String, TypeRules> types() {
        return Map.copyOf(types);
    }

    Map<String, List<LayerResponsibility>> services() {
        return Map.copyOf(services);
    }

    Map<String, RemedyRules> remedies() {
        return Map.copyOf(remedies);
    }

    private void parameters() {
        Map<String, @Nullable Object> values = revision.parameters().values();
        for (String name : Ownership.LISTS) {
            Object value = values.get(name);
            if (value != null
                    && !(value instanceof List<?> list && list.stream().allMatch(String.class::isInstance))) {
                compilation.problem("parameters." + name, "is '%s'; accepted: a list of tag keys".formatted(value));
            }
        }
        Object units = values.get(Ownership.UNIT_TEAMS);
        if (units != null
                && !(units instanceof Map<?, ?> map && map.values().stream().allMatch(String.class::isInstance))) {
            compilation.problem(
                    "parameters." + Ownership.UNIT_TEAMS,
                    "is '%s'; accepted: teams by the path of a unit, names joined by slashes".formatted(units));
        }
    }

    private void index() {
        for (ModelDefinition model : revision.models()) {
            String place = "models[%s]".formatted(model.model());
            if (models.putIfAbsent(model.model(), model) != null) {
                compilation.problem(place, "is there twice");
            }
            compilation.requireLayers(place, model.responsibilities().keySet());
            revision.layers().stream()
                    .map(Layer::id)
                    .filter(layer -> !model.responsibilities().containsKey(layer))
                    .forEach(layer -> compilation.problem(place, "does not say whose layer %s is".formatted(layer)));
        }
        compilation.unique("services", revision.services(), Service::id);
        for (Service service : revision.services()) {
            indexTypes(service);
        }
        compilation.unique("controls", revision.controls(), Control::id);
        compilation.unique("controls", revision.controls(), control -> "number " + control.number());
    }

    private void indexTypes(Service service) {
        String place = place(service);
        if (!models.containsKey(service.model())) {
            compilation.problem(place + ".model", "no model %s is defined".formatted(service.model()));
        }
        compilation.requireLayers(place, service.responsibilities().keySet());
        for (ResourceType type : service.types()) {
            Service other = servicesByType.putIfAbsent(type.type(), service);
            placements.put(type.type(), type.placement());
            if (other != null) {
                compilation.problem(
                        place + ".types", "%s also belongs to service %s".formatted(type.type(), other.id()));
            }
        }
    }

    private Map<String, List<ControlRule>> controls() {
        Map<String, List<ControlRule>> byType = new HashMap<>();
        Set<String> serviceIds = new HashSet<>();
        revision.services().forEach(service -> serviceIds.add(service.id()));
        for (Control control : revision.controls()) {
            String place = "controls[%s]".formatted(control.id());
            compilation.requireLayers(place, Set.of(control.layer()));
            if (control.service() != null && !serviceIds.contains(control.service())) {
                compilation.problem(place + ".service", "no service '%s' is defined".formatted(control.service()));
            }
            control.evidence().forEach(path -> compilation.requirePath(place + ".evidence", path));
            remedies.put(control.id(), RemedyRules.compile(compilation, place, control));
            if (control.judgesResources()) {
                ControlRule rule = rule(place, control);
                if (rule != null) {
                    byType.computeIfAbsent(String.valueOf(control.type()), type -> new ArrayList<>())
                            .add(rule);
                }
            }
        }
        return byType;
    }

    private @Nullable ControlRule rule(String place, Control control) {
        Placement placement = placements.get(String.valueOf(control.type()));
        if (placement == null) {
            compilation.problem(place + ".type", "no service has type %s".formatted(control.type()));
        }
        if (placement == Placement.BOTH && control.placement() == null) {
            compilation.problem(
                    place + ".placement",
                    "is missing; accepted for %s: REGIONAL, GLOBAL, BOTH".formatted(control.type()));
        }
        Expression when = control.when() == null ? null : compilation.expression(place + ".when", control.when());
        boolean attested = control.assessment() == Control.Assessment.ATTESTATION;
        Expression assertion =
                attested ? null : compilation.expression(place + ".assert", String.valueOf(control.assertion()));
        Integer layer = compilation.layer(control.layer());
        return layer == null || (assertion == null && !attested)
                ? null
                : new ControlRule(control, layer, when, assertion);
    }

    private void rules(Map<String, List<ControlRule>> controls) {
        for (Service service : revision.services()) {
            List<LayerResponsibility> base = base(service);
            services.put(service.id(), base);
            Map<String, VariantRule> variants = new VariantCompiler(compilation, service, place(service)).compile();
            for (ResourceType type : service.types()) {
                List<VariantRule> applicable = service.variants().stream()
                        .filter(variant ->
                                variant.types().isEmpty() || variant.types().contains(type.type()))
                        .map(variant -> variants.get(variant.id()))
                        .filter(Objects::nonNull)
                        .toList();
                List<ControlRule> all = controls.getOrDefault(type.type(), List.of());
                types.put(
                        type.type(),
                        new TypeRules(
                                service.id(),
                                base,
                                applicable,
                                placed(all, Placement.GLOBAL),
                                placed(all, Placement.REGIONAL)));
            }
        }
    }

    private static List<ControlRule> placed(List<ControlRule> controls, Placement placement) {
        return controls.stream()
                .filter(rule -> rule.control().placement() == null
                        || rule.control().placement() == Placement.BOTH
                        || rule.control().placement() == placement)
                .toList();
    }

    private List<LayerResponsibility> base(Service service) {
        ModelDefinition model = models.get(service.model());
        if (model == null) {
            return List.of();
        }
        List<LayerResponsibility> base = new ArrayList<>();
        for (Layer layer : revision.layers()) {
            Responsibility own = service.responsibilities().get(layer.id());
            Responsibility responsibility =
                    own != null ? own : model.responsibilities().get(layer.id());
            if (responsibility != null) {
                String decidedBy = own != null ? "service:" + service.id() : "model:" + service.model();
                base.add(new LayerResponsibility(layer, responsibility, decidedBy, List.of(), null, null));
            }
        }
        return base;
    }

    private static String place(Service service) {
        return "services[%s]".formatted(service.id());
    }
}
