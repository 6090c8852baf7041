package dev.demarc.catalog.content;

/** A service, control, framework or layer that the catalog does not have. */
public final class UnknownEntryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public UnknownEntryException(String field, String value) {
        super("there is no %s '%s'".formatted(field, value));
        this.field = field;
    }

    public String field() {
        return field;
    }
}
