package dev.demarc.catalog.draft;

/** A draft that can no longer be changed or published. */
public final class DraftConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DraftConflictException(String reason) {
        super(reason);
    }
}
