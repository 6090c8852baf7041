package dev.demarc.catalog.revision;

/** A revision that was never published. */
public final class UnknownRevisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownRevisionException(int number, int newest) {
        super("there is no revision %d; accepted: 1 to %d".formatted(number, newest));
    }
}
