package dev.demarc.shell.problem;

/** What is asked for is in order, but not as things stand. */
public final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param detail what stands against it, and what would be accepted */
    public ConflictException(String detail) {
        super(detail);
    }
}
