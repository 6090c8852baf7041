package dev.demarc.shell.problem;

/** A value that refers to something of which nothing is known, or nothing that the caller may see. */
public final class UnknownReferenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /** @param accepted what is accepted, in a few words */
    public UnknownReferenceException(String field, String value, String accepted) {
        super("%s is '%s'; accepted: %s".formatted(field, value, accepted));
        this.field = field;
    }

    public String field() {
        return field;
    }
}
