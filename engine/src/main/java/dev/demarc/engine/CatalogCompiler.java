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
import dev.demarc.contracts.catalog.Variant;
import dev.demarc.engine.expression.Expression;
import dev.demarc.engine.expression.Expressions;
import dev.demarc.engine.expression.InvalidExpressionException;
import dev.demarc.engine.path.ConfigurationPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compiles a revision into rules by resource type, gathering every fault before it gives up. */
final class CatalogCompiler {
    private static final int MOST_VARIANTS = Long.SIZE - 1;

    private final CatalogRevision revision;
    private final Expressions expressions;
    private final Map<String, Integer> layers = new HashMap<>();
    private final Map<ServiceModel, ModelDefinition> models = new HashMap<>();
    private final Map<String, Service> servicesByType = new LinkedHashMap<>();
    private final Map<String, Placement> placements = new HashMap<>();
    private final Map<String, List<LayerResponsibility>> services = new HashMap<>();
    private final Map<String, TypeRules> types = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private CatalogCompiler(CatalogRevision revision, Expressions expressions) {
        this.revision = revision;
        this.expressions = expressions;
    }

    static CatalogCompiler compile(CatalogRevision revision, Expressions expressions) {
        CatalogCompiler compiler = new CatalogCompiler(revision, expressions);
        compiler.index();
        Map<String, List<ControlRule>> controls = compiler.controls();
        compiler.rules(controls);
        if (!compiler.problems.isEmpty()) {
            throw new CatalogException(compiler.problems);
        }
        return compiler;
    }

    Map<String, TypeRules> types() {
        return Map.copyOf(types);
    }

    Map<String, List<LayerResponsibility>> services() {
        return Map.copyOf(services);
    }

    private void index() {
        for (Layer layer : revision.layers()) {
            if (layers.putIfAbsent(layer.id(), layers.size()) != null) {
                problem("layers[%s]".formatted(layer.id()), "is there twice");
            }
        }
        for (ModelDefinition model : revision.models()) {
            String place = "models[%s]".formatted(model.model());
            if (models.putIfAbsent(model.model(), model) != null) {
                problem(place, "is there twice");
            }
            requireLayers(place, model.responsibilities().keySet());
            revision.layers().stream()
                    .map(Layer::id)
                    .filter(layer -> !model.responsibilities().containsKey(layer))
                    .forEach(layer -> problem(place, "does not say whose layer %s is".formatted(layer)));
        }
        unique("services", revision.services(), Service::id);
        for (Service service : revision.services()) {
            indexTypes(service);
        }
        unique("controls", revision.controls(), Control::id);
        unique("controls", revision.controls(), control -> "number " + control.number());
    }

    private void indexTypes(Service service) {
        String place = place(service);
        if (!models.containsKey(service.model())) {
            problem(place + ".model", "no model %s is defined".formatted(service.model()));
        }
        requireLayers(place, service.responsibilities().keySet());
        for (ResourceType type : service.types()) {
            Service other = servicesByType.putIfAbsent(type.type(), service);
            placements.put(type.type(), type.placement());
            if (other != null) {
                problem(place + ".types", "%s also belongs to service %s".formatted(type.type(), other.id()));
            }
        }
    }

    private Map<String, List<ControlRule>> controls() {
        Map<String, List<ControlRule>> byType = new HashMap<>();
        Set<String> serviceIds = new HashSet<>();
        revision.services().forEach(service -> serviceIds.add(service.id()));
        for (Control control : revision.controls()) {
            String place = "controls[%s]".formatted(control.id());
            requireLayers(place, Set.of(control.layer()));
            if (control.service() != null && !serviceIds.contains(control.service())) {
                problem(place + ".service", "no service '%s' is defined".formatted(control.service()));
            }
            control.evidence().forEach(path -> requirePath(place + ".evidence", path));
            if (control.assessment() == Control.Assessment.AUTOMATED) {
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
            problem(place + ".type", "no service has type %s".formatted(control.type()));
        }
        if (placement == Placement.BOTH && control.placement() == null) {
            problem(
                    place + ".placement",
                    "is missing; accepted for %s: REGIONAL, GLOBAL, BOTH".formatted(control.type()));
        }
        Expression when = control.when() == null ? null : expression(place + ".when", control.when());
        Expression assertion = expression(place + ".assert", String.valueOf(control.assertion()));
        Integer layer = layers.get(control.layer());
        return layer == null || assertion == null ? null : new ControlRule(control, layer, when, assertion);
    }

    private void rules(Map<String, List<ControlRule>> controls) {
        for (Service service : revision.services()) {
            List<LayerResponsibility> base = base(service);
            services.put(service.id(), base);
            Map<String, VariantRule> variants = variants(service);
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
                base.add(new LayerResponsibility(layer, responsibility, decidedBy, List.of(), null));
            }
        }
        return base;
    }

    private Map<String, VariantRule> variants(Service service) {
        String place = place(service);
        unique(place + ".variants", service.variants(), Variant::id);
        if (service.variants().size() > MOST_VARIANTS) {
            problem(
                    place + ".variants",
                    "has %d; accepted: up to %d".formatted(service.variants().size(), MOST_VARIANTS));
        }
        Map<String, Variant> byId = new LinkedHashMap<>();
        service.variants().forEach(variant -> byId.put(variant.id(), variant));
        Map<String, VariantRule> rules = new LinkedHashMap<>();
        for (Variant variant : service.variants()) {
            VariantRule rule = variant(service, variant, byId);
            if (rule != null) {
                rules.values().stream()
                        .filter(other -> contradict(byId, variant, rule, other))
                        .forEach(other -> problem(
                                "%s.variants[%s]".formatted(place, variant.id()),
                                "has the condition of variant %s and speaks on the same layers; name one as weakerThan the other"
                                        .formatted(other.id())));
                rules.put(variant.id(), rule);
            }
        }
        return rules;
    }

    private @Nullable VariantRule variant(Service service, Variant variant, Map<String, Variant> byId) {
        String place = "%s.variants[%s]".formatted(place(service), variant.id());
        requireLayers(place, variant.responsibilities().keySet());
        Set<String> types = new HashSet<>();
        service.types().forEach(type -> types.add(type.type()));
        variant.types().stream()
                .filter(type -> !types.contains(type))
                .forEach(type -> problem(place + ".types", "service %s has no type %s".formatted(service.id(), type)));
        variant.weakerThan().stream()
                .filter(other -> !byId.containsKey(other))
                .forEach(other -> problem(place + ".weakerThan", "no variant '%s' is defined".formatted(other)));
        Set<String> stronger = stronger(variant, byId);
        if (stronger.contains(variant.id())) {
            problem(place + ".weakerThan", "makes the variant weaker than itself");
        }
        Expression when = expression(place + ".when", variant.when());
        return when == null
                ? null
                : new VariantRule(
                        variant.id(),
                        "variant:%s/%s".formatted(service.id(), variant.id()),
                        when,
                        variant.responsibilities(),
                        stronger);
    }

    private static Set<String> stronger(Variant variant, Map<String, Variant> byId) {
        Set<String> stronger = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(variant.weakerThan());
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            Variant other = byId.get(next);
            if (stronger.add(next) && other != null) {
                open.addAll(other.weakerThan());
            }
        }
        return stronger;
    }

    private static boolean contradict(Map<String, Variant> byId, Variant variant, VariantRule rule, VariantRule other) {
        Variant earlier = byId.get(other.id());
        return earlier != null
                && earlier.when().strip().equals(variant.when().strip())
                && rule.responsibilities().keySet().stream().anyMatch(other::speaksOn)
                && !rule.weakerThan(other)
                && !other.weakerThan(rule);
    }

    private @Nullable Expression expression(String place, String text) {
        try {
            return expressions.compile(text);
        } catch (InvalidExpressionException e) {
            problem(place, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void requireLayers(String place, Set<String> ids) {
        ids.stream()
                .filter(id -> !layers.containsKey(id))
                .sorted()
                .forEach(id -> problem(place, "speaks of layer '%s', which is not defined".formatted(id)));
    }

    private void requirePath(String place, String path) {
        try {
            ConfigurationPath.parse(path);
        } catch (IllegalArgumentException e) {
            problem(place, String.valueOf(e.getMessage()));
        }
    }

    private <T> void unique(String place, List<T> all, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        all.stream()
                .map(id)
                .filter(each -> !seen.add(each))
                .forEach(each -> problem("%s[%s]".formatted(place, each), "is there twice"));
    }

    private void problem(String place, String what) {
        problems.add(place + ": " + what);
    }

    private static String place(Service service) {
        return "services[%s]".formatted(service.id());
    }
}
