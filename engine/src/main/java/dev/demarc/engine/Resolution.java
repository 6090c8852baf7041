package dev.demarc.engine;

import dev.demarc.contracts.Party;
import java.util.List;

/** Whose each layer of one resource is; the layers stand in the catalog's order. */
record Resolution(Profile profile, List<LayerResponsibility> layers) {
    static Resolution of(String service, List<LayerResponsibility> layers) {
        List<Profile.LayerDecision> decisions = layers.stream()
                .map(each -> new Profile.LayerDecision(
                        each.layer().id(),
                        each.responsibility().party(),
                        each.decidedBy(),
                        each.undecided(),
                        each.owner()))
                .toList();
        return new Resolution(new Profile(service, decisions), List.copyOf(layers));
    }

    Party party(int layer) {
        return layers.get(layer).responsibility().party();
    }
}
