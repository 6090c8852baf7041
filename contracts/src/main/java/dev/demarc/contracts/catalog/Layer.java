package dev.demarc.contracts.catalog;

import dev.demarc.contracts.Require;

/**
 * One row of the model.
 *
 * @param ofTheCloud whether it belongs to security <em>of</em> the cloud; the others to security <em>in</em> the cloud
 */
public record Layer(String id, String name, boolean ofTheCloud, String about) {
    public Layer {
        Require.text(id, "layer id");
        Require.text(name, "name of layer " + id);
        Require.text(about, "about of layer " + id);
    }
}
