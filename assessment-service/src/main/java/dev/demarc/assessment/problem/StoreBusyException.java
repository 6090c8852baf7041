package dev.demarc.assessment.problem;

/** So much comes in that no read found its turn in time; it does once that is in. */
public final class StoreBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreBusyException() {
        super("Many configurations are taken in at the moment, and others wait to read; try again");
    }
}
