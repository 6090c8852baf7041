package dev.demarc.contracts.catalog;

/**
 * Where AWS keeps a type of resource. {@code BOTH}: one resource in region {@code global} and one per region; each
 * control says which it reads.
 */
public enum Placement {
    REGIONAL,
    GLOBAL,
    BOTH
}
