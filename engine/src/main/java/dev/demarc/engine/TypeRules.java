package dev.demarc.engine;

import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.engine.VariantRule.OwnerRule;
import dev.demarc.engine.expression.Answer;
import dev.demarc.engine.expression.Answer.Obstacle;
import dev.demarc.engine.expression.Evaluation;
import java.util.ArrayList;
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
    /** By the bits of the variants that hold; what could not be read, or has another owner, is resolved anew. */
    private final Map<Long, Resolution> resolutions = new ConcurrentHashMap<>();

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
        long holding = 0;
        boolean owned = false;
        List<Blocked> blocked = List.of();
        for (int i = 0; i < variants.size(); i++) {
            Answer answer = variants.get(i).when().answer(evaluation);
            if (answer.holds()) {
                holding |= 1L << i;
                owned |= variants.get(i).owner() != null;
            }
            if (answer.obstacle() != null) {
                blocked = blocked.isEmpty() ? new ArrayList<>() : blocked;
                blocked.add(new Blocked(variants.get(i), answer.obstacle()));
            }
        }
        if (owned || !blocked.isEmpty()) {
            return resolve(holding, blocked, evaluation);
        }
        Resolution known = resolutions.get(holding);
        return known != null
                ? known
                : resolutions.computeIfAbsent(holding, bits -> resolve(bits, List.of(), evaluation));
    }

    private Resolution resolve(long holding, List<Blocked> blocked, Evaluation evaluation) {
        return Resolution.of(
                service,
                base.stream()
                        .map(layer -> decide(layer, holding, blocked, evaluation))
                        .toList());
    }

    private LayerResponsibility decide(
            LayerResponsibility layer, long holding, List<Blocked> blocked, Evaluation evaluation) {
        String id = layer.layer().id();
        List<VariantRule> speaking = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            if ((holding & (1L << i)) != 0 && variants.get(i).speaksOn(id)) {
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
        return strongest.isEmpty() ? layer : decidedBy(strongest.get(0), layer, evaluation);
    }

    /** A rule that could not be read matters unless one that holds wins over it, or excludes it. */
    private static @Nullable Blocked strongestOpen(String layer, List<VariantRule> holding, List<Blocked> blocked) {
        return blocked.stream()
                .filter(each -> each.variant.speaksOn(layer))
                .filter(each -> holding.stream().allMatch(held -> held.weakerThan(each.variant)))
                .findFirst()
                .orElse(null);
    }

    private static LayerResponsibility decidedBy(
            VariantRule variant, LayerResponsibility layer, Evaluation evaluation) {
        Responsibility responsibility =
                variant.responsibilities().getOrDefault(layer.layer().id(), layer.responsibility());
        OwnerRule owner = variant.owner();
        return new LayerResponsibility(
                layer.layer(),
                responsibility,
                variant.place(),
                variant.paths(),
                null,
                owner == null ? null : owner.of(evaluation));
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

    private record Blocked(VariantRule variant, Obstacle obstacle) {
        Undecided undecided() {
            return new Undecided(variant.place(), obstacle.path(), obstacle.reason(), obstacle.permission());
        }
    }
}
