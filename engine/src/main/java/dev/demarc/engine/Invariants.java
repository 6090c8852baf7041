package dev.demarc.engine;

import dev.demarc.contracts.Party;
import dev.demarc.contracts.ServiceModel;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.ModelDefinition;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.Service;
import dev.demarc.contracts.catalog.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What must hold over a whole catalog for it to be the shared responsibility model at all. */
public final class Invariants {
    private static final List<String> OF_AWS =
            List.of("global-infrastructure", "network-fabric", "virtualization", "host-os", "cloud-software");
    private static final List<String> OF_AWS_EXCEPT_ON_PREMISES = List.of("facilities", "hardware");
    /** Parts of the ids of services and variants whose hardware stands on the customer's premises. */
    private static final List<String> ON_PREMISES = List.of("outposts", "on-premises");

    private Invariants() {}

    /**
     * The broken invariants, each with its place; none for a sound catalog. I1: identity has a customer part in every
     * service. I2: data is the customer's in every service. I3: the customer's part shrinks from IaaS over PaaS and
     * abstracted to SaaS. I4: global infrastructure, and network fabric to cloud software, are AWS's in every service;
     * facilities and hardware too, except on the customer's premises.
     */
    public static List<String> check(CatalogRevision revision) {
        List<String> broken = new ArrayList<>();
        Map<ServiceModel, ModelDefinition> models = new HashMap<>();
        revision.models().forEach(model -> models.put(model.model(), model));
        for (Service service : revision.services()) {
            ModelDefinition model = models.get(service.model());
            Map<String, Responsibility> rules = new HashMap<>(model == null ? Map.of() : model.responsibilities());
            rules.putAll(service.responsibilities());
            String place = "services[%s]".formatted(service.id());
            checkRules(place, rules, isOnPremises(service.id()), broken);
            for (Variant variant : service.variants()) {
                Map<String, Responsibility> varied = new HashMap<>(rules);
                varied.putAll(variant.responsibilities());
                boolean onPremises = isOnPremises(service.id() + variant.id());
                checkRules("%s.variants[%s]".formatted(place, variant.id()), varied, onPremises, broken);
            }
        }
        checkThatTheCustomersPartShrinks(models, broken);
        return List.copyOf(broken);
    }

    private static boolean isOnPremises(String id) {
        return ON_PREMISES.stream().anyMatch(id::contains);
    }

    private static void checkRules(
            String place, Map<String, Responsibility> rules, boolean onPremises, List<String> broken) {
        require("I1", place, "identity", rules, party -> party != Party.AWS, "CUSTOMER or SHARED", broken);
        require("I2", place, "data", rules, party -> party == Party.CUSTOMER, "CUSTOMER", broken);
        OF_AWS.forEach(layer -> require("I4", place, layer, rules, party -> party == Party.AWS, "AWS", broken));
        if (!onPremises) {
            OF_AWS_EXCEPT_ON_PREMISES.forEach(
                    layer -> require("I4", place, layer, rules, party -> party == Party.AWS, "AWS", broken));
        }
    }

    private static void require(
            String invariant,
            String place,
            String layer,
            Map<String, Responsibility> rules,
            Predicate<Party> accepted,
            String acceptedParties,
            List<String> broken) {
        Responsibility rule = rules.get(layer);
        if (rule == null || !accepted.test(rule.party())) {
            broken.add("%s: %s: layer %s is of %s; accepted: %s"
                    .formatted(invariant, place, layer, rule == null ? "nobody" : rule.party(), acceptedParties));
        }
    }

    private static void checkThatTheCustomersPartShrinks(
            Map<ServiceModel, ModelDefinition> models, List<String> broken) {
        ModelDefinition wider = null;
        for (ServiceModel model : ServiceModel.values()) {
            ModelDefinition narrower = models.get(model);
            if (narrower == null) {
                broken.add("I3: models: %s is not defined".formatted(model));
                continue;
            }
            if (wider != null && customersLayers(narrower) >= customersLayers(wider)) {
                broken.add("I3: models[%s]: the customer has a part in %d layers, in %s in %d; accepted: fewer"
                        .formatted(model, customersLayers(narrower), wider.model(), customersLayers(wider)));
            }
            wider = narrower;
        }
    }

    private static long customersLayers(ModelDefinition model) {
        return model.responsibilities().values().stream()
                .filter(rule -> rule.party() != Party.AWS)
                .count();
    }
}
