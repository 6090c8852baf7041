package dev.demarc.contracts.catalog;

import dev.demarc.contracts.Require;
import dev.demarc.contracts.ServiceModel;
import java.util.Map;

/** What a service model says of every layer, by layer id. */
public record ModelDefinition(
        ServiceModel model, String name, String about, Map<String, Responsibility> responsibilities) {
    public ModelDefinition {
        Require.present(model, "model");
        Require.text(name, "name of model " + model);
        Require.text(about, "about of model " + model);
        responsibilities = Map.copyOf(Require.present(responsibilities, "responsibilities of model " + model));
    }
}
