package dev.demarc.catalog.draft;

/** A draft that was never begun. */
public final class UnknownDraftException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownDraftException(long id) {
        super("there is no draft %d".formatted(id));
    }
}
