package dev.demarc.assessment.problem;

/** An id of which nothing is known, or nothing that the caller may see. */
public final class UnknownIdException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param kind what it would be an id of, such as {@code finding} */
    public UnknownIdException(String kind, String id) {
        super("There is no %s '%s'".formatted(kind, id));
    }
}
