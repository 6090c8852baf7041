package dev.demarc.catalog.draft;

/** Whether a draft can still be changed. */
public enum DraftState {
    OPEN,
    PUBLISHED
}
