package dev.demarc.catalog.revision;

/**
 * Why there is a new revision: content that came with Demarc, a draft that was published, or the one before once more
 * since the database was restored and its number was given to another.
 */
public enum Cause {
    SHIPPED,
    DRAFT,
    RESTORED
}
