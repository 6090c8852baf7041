package dev.demarc.catalog.revision;

/** Why there is a new revision: content that came with Demarc, or a draft that was published. */
public enum Cause {
    SHIPPED,
    DRAFT
}
