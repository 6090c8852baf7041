package dev.demarc.assessment.drift;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.ModelDefinition;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.Service;
import dev.demarc.contracts.catalog.Variant;
import dev.demarc.engine.Profile;
import dev.demarc.engine.Profile.LayerDecision;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose each layer is by a profile, by what a catalog revision makes of the rules that decided it then. So profiles of
 * different revisions can be compared without a change of the catalog showing between them; pure.
 */
final class Duties {
    private static final String OF_VARIANT = "variant:";

    private Duties() {}

    /**
     * Whose a layer is.
     *
     * @param rule in one sentence, null where the revision does not have the rule any more
     */
    record Duty(Party party, @Nullable String rule) {}

    /** By layer id, without those that could not be decided. */
    static Map<String, Duty> of(Profile profile, CatalogRevision revision) {
        Map<String, Duty> duties = new LinkedHashMap<>();
        for (LayerDecision layer : profile.layers()) {
            if (layer.undecided() == null) {
                duties.put(
                        layer.layer(),
                        rule(profile.service(), layer, revision)
                                .map(rule -> new Duty(rule.party(), rule.rule()))
                                .orElseGet(() -> new Duty(layer.party(), null)));
            }
        }
        return duties;
    }

    private static Optional<Responsibility> rule(String service, LayerDecision layer, CatalogRevision revision) {
        return revision.services().stream()
                .filter(each -> each.id().equals(service))
                .findFirst()
                .flatMap(each -> layer.decidedBy().startsWith(OF_VARIANT)
                        ? ofVariant(each, layer)
                        : ofService(each, layer.layer(), revision));
    }

    private static Optional<Responsibility> ofVariant(Service service, LayerDecision layer) {
        String variant = layer.decidedBy().substring(OF_VARIANT.length());
        return service.variants().stream()
                .filter(each -> variant.equals(service.id() + '/' + each.id()))
                .map(Variant::responsibilities)
                .flatMap(rules -> Optional.ofNullable(rules.get(layer.layer())).stream())
                .findFirst();
    }

    private static Optional<Responsibility> ofService(Service service, String layer, CatalogRevision revision) {
        return Optional.ofNullable(service.responsibilities().get(layer)).or(() -> revision.models().stream()
                .filter(model -> model.model() == service.model())
                .map(ModelDefinition::responsibilities)
                .flatMap(rules -> Optional.ofNullable(rules.get(layer)).stream())
                .findFirst());
    }
}
