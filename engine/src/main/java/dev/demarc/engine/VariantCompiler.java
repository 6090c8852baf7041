package dev.demarc.engine;

import dev.demarc.contracts.catalog.Service;
import dev.demarc.contracts.catalog.Variant;
import dev.demarc.engine.VariantRule.OwnerRule;
import dev.demarc.engine.expression.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles the variants of one service, and refuses those that contradict each other. */
final class VariantCompiler {
    private static final int MOST_VARIANTS = Long.SIZE - 1;

    private final Compilation compilation;
    private final Service service;
    private final String place;
    private final Map<String, Variant> byId = new LinkedHashMap<>();

    VariantCompiler(Compilation compilation, Service service, String place) {
        this.compilation = compilation;
        this.service = service;
        this.place = place;
        service.variants().forEach(variant -> byId.put(variant.id(), variant));
    }

    /** By variant id, in the service's order, without those that do not compile. */
    Map<String, VariantRule> compile() {
        compilation.unique(place + ".variants", service.variants(), Variant::id);
        if (service.variants().size() > MOST_VARIANTS) {
            compilation.problem(
                    place + ".variants",
                    "has %d; accepted: up to %d".formatted(service.variants().size(), MOST_VARIANTS));
        }
        Map<String, VariantRule> rules = new LinkedHashMap<>();
        for (Variant variant : service.variants()) {
            VariantRule rule = rule(variant);
            if (rule != null) {
                rules.values().stream()
                        .filter(other -> contradict(variant, rule, other))
                        .forEach(other -> compilation.problem(
                                "%s.variants[%s]".formatted(place, variant.id()),
                                "has the condition of variant %s and speaks on the same layers; name one as weakerThan the other"
                                        .formatted(other.id())));
                rules.put(variant.id(), rule);
            }
        }
        return rules;
    }

    private @Nullable VariantRule rule(Variant variant) {
        String place = "%s.variants[%s]".formatted(this.place, variant.id());
        compilation.requireLayers(place, variant.responsibilities().keySet());
        Set<String> types = new HashSet<>();
        service.types().forEach(type -> types.add(type.type()));
        variant.types().stream()
                .filter(type -> !types.contains(type))
                .forEach(type -> compilation.problem(
                        place + ".types", "service %s has no type %s".formatted(service.id(), type)));
        variant.weakerThan().stream()
                .filter(other -> !byId.containsKey(other))
                .forEach(other ->
                        compilation.problem(place + ".weakerThan", "no variant '%s' is defined".formatted(other)));
        Set<String> stronger = stronger(variant);
        if (stronger.contains(variant.id())) {
            compilation.problem(place + ".weakerThan", "makes the variant weaker than itself");
        }
        Expression when = compilation.expression(place + ".when", variant.when());
        OwnerRule owner = owner(place, variant);
        return when == null
                ? null
                : new VariantRule(
                        variant.id(),
                        "variant:%s/%s".formatted(service.id(), variant.id()),
                        when,
                        variant.responsibilities(),
                        stronger,
                        owner);
    }

    private @Nullable OwnerRule owner(String place, Variant variant) {
        Variant.Owner owner = variant.owner();
        if (owner == null) {
            return null;
        }
        Expression account = compilation.text(place + ".owner.account", owner.account());
        return account == null ? null : new OwnerRule(account, owner.guardrail());
    }

    private Set<String> stronger(Variant variant) {
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

    private boolean contradict(Variant variant, VariantRule rule, VariantRule other) {
        Variant earlier = byId.get(other.id());
        return earlier != null
                && earlier.when().strip().equals(variant.when().strip())
                && rule.responsibilities().keySet().stream().anyMatch(other::speaksOn)
                && !rule.weakerThan(other)
                && !other.weakerThan(rule);
    }
}
