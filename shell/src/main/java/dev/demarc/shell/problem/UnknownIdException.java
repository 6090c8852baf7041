package dev.demarc.shell.problem;

/** An id of which nothing is known, or nothing that the caller may see. */
public final class UnknownIdException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownIdException(String message) {
        super(message);
    }

    /** @param kind what it would be an id of, such as {@code finding} */
    public UnknownIdException(String kind, String id) {
        this("There is no %s '%s'".formatted(kind, id));
    }
}
