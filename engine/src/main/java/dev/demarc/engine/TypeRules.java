package dev.demarc.engine;

import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.engine.VariantRule.OwnerRule;
import dev.demarc.engine.expression.Answer;
import dev.demarc.engine.expression.Answer.Obstacle;
import dev.demarc.engine.expression.Evaluation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules and controls of one resource type. */
final class TypeRules {
    private final String service;
    private final List<LayerResponsibility> base;
    private final List<VariantRule> variants;
    private final List<ControlRule> globalControls;
    private final List<ControlRule> regionalControls;
    /** What could not be read is resolved anew. */
    private final Map<Holding, Resolution> resolutions = new ConcurrentHashMap<>();

    TypeRules(
            String service,
            List<LayerResponsibility> base,
            List<VariantRule> variants,
            List<ControlRule> globalControls,
            List<ControlRule> regionalControls) {
        this.service = service;
        this.base = List.copyOf(base);
        this.variants = List.copyOf(variants);
        this.globalControls = List.copyOf(globalControls);
        this.regionalControls = List.copyOf(regionalControls);
    }

    List<ControlRule> controls(boolean global) {
        return global ? globalControls : regionalControls;
    }

    Resolution resolve(Evaluation evaluation) {
        long bits = 0;
        Map<String, LayerOwner> owners = Map.of();
        List<Blocked> blocked = List.of();
        for (int i = 0; i < variants.size(); i++) {
            VariantRule variant = variants.get(i);
            Answer answer = variant.when().answer(evaluation);
            if (answer.holds()) {
                bits |= 1L << i;
                owners = withOwner(owners, variant, evaluation);
            }
            if (answer.obstacle() != null) {
                blocked = blocked.isEmpty() ? new ArrayList<>() : blocked;
                blocked.add(new Blocked(variant, answer.obstacle()));
            }
        }
        Holding holding = new Holding(bits, owners);
        if (!blocked.isEmpty()) {
            return resolve(holding, blocked);
        }
        Resolution known = resolutions.get(holding);
        return known != null ? known : resolutions.computeIfAbsent(holding, each -> resolve(each, List.of()));
    }

    private static Map<String, LayerOwner> withOwner(
            Map<String, LayerOwner> owners, VariantRule variant, Evaluation evaluation) {
        OwnerRule owner = variant.owner();
        if (owner == null) {
            return owners;
        }
        Map<String, LayerOwner> more = new HashMap<>(owners);
        more.put(variant.id(), owner.of(evaluation));
        return more;
    }

    private Resolution resolve(Holding holding, List<Blocked> blocked) {
        return Resolution.of(
                service,
                base.stream().map(layer -> decide(layer, holding, blocked)).toList());
    }

    private LayerResponsibility decide(LayerResponsibility layer, Holding holding, List<Blocked> blocked) {
        String id = layer.layer().id();
        List<VariantRule> speaking = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            if (holding.holds(i) && variants.get(i).speaksOn(id)) {
                speaking.add(variants.get(i));
            }
        }
        List<VariantRule> strongest = speaking.stream()
                .filter(each -> speaking.stream().noneMatch(each::weakerThan))
                .toList();
        Blocked open = strongestOpen(id, strongest, blocked);
        if (open != null) {
            return undecided(layer, open.undecided());
        }
        if (strongest.size() > 1) {
            return undecided(layer, contradiction(id, strongest));
        }
        return strongest.isEmpty() ? layer : decidedBy(strongest.get(0), layer, holding);
    }

    /** A rule that could not be read matters unless one that holds wins over it, or excludes it. */
    private static @Nullable Blocked strongestOpen(String layer, List<VariantRule> holding, List<Blocked> blocked) {
        return blocked.stream()
                .filter(each -> each.variant.speaksOn(layer))
                .filter(each -> holding.stream().allMatch(held -> held.weakerThan(each.variant)))
                .findFirst()
                .orElse(null);
    }

    private static LayerResponsibility decidedBy(VariantRule variant, LayerResponsibility layer, Holding holding) {
        Responsibility responsibility =
                variant.responsibilities().getOrDefault(layer.layer().id(), layer.responsibility());
        return new LayerResponsibility(
                layer.layer(),
                responsibility,
                variant.place(),
                variant.paths(),
                null,
                holding.owners().get(variant.id()));
    }

    private static LayerResponsibility undecided(LayerResponsibility layer, Undecided why) {
        return new LayerResponsibility(
                layer.layer(), layer.responsibility(), layer.decidedBy(), layer.paths(), why, null);
    }

    private static Undecided contradiction(String layer, List<VariantRule> variants) {
        String places = variants.stream().map(VariantRule::place).collect(Collectors.joining(" and "));
        String paths = variants.stream()
                .flatMap(each -> each.paths().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return new Undecided(
                places, paths, "all of them speak on layer %s and none is weaker than another".formatted(layer), null);
    }

    /**
     * The variants that hold, by their places' bits, and the owners that they name, by their ids.
     *
     * @param owners not copied: never changed, and made for each resource
     */
    private record Holding(long bits, Map<String, LayerOwner> owners) {
        boolean holds(int place) {
            return (bits & (1L << place)) != 0;
        }
    }

    private record Blocked(VariantRule variant, Obstacle obstacle) {
        Undecided undecided() {
            return new Undecided(variant.place(), obstacle.path(), obstacle.reason(), obstacle.permission());
        }
    }
}
