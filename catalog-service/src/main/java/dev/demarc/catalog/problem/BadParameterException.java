package dev.demarc.catalog.problem;

/** A query parameter with a value that is not accepted. */
public final class BadParameterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public BadParameterException(String field, String value, String accepted) {
        super("%s is '%s'; accepted: %s".formatted(field, value, accepted));
        this.field = field;
    }

    String field() {
        return field;
    }
}
