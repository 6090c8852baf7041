package dev.demarc.contracts.resource;

import dev.demarc.contracts.Require;

/** Another resource that this one is bound to, as AWS Config's configuration items name it. */
public record Relationship(String resourceType, String resourceId, String name) {
    public Relationship {
        Require.text(resourceType, "relationship resourceType");
        Require.text(resourceId, "relationship resourceId");
        Require.text(name, "relationship name");
    }
}
