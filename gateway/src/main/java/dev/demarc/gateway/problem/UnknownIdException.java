package dev.demarc.gateway.problem;

/** Something is asked for of which nothing is known. */
public final class UnknownIdException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownIdException(String message) {
        super(message);
    }

    /** @param kind what it would be an id of, such as {@code account} */
    public UnknownIdException(String kind, String id) {
        this("There is no %s '%s'".formatted(kind, id));
    }
}
