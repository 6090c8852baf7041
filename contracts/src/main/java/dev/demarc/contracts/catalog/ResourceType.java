package dev.demarc.contracts.catalog;

import dev.demarc.contracts.Require;

/**
 * A type of resource that a service has, named as CloudFormation names it.
 *
 * @param placement where AWS keeps it
 */
public record ResourceType(String type, Placement placement) {
    public ResourceType {
        Require.text(type, "resource type");
        Require.present(placement, "placement of " + type);
    }
}
