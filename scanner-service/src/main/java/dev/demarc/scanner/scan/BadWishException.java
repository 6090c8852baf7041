package dev.demarc.scanner.scan;

/** A scan is asked for that this scanner cannot do. */
public final class BadWishException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    BadWishException(String field, String value, String accepted) {
        super("%s has '%s'; accepted: %s".formatted(field, value, accepted));
        this.field = field;
    }

    public String field() {
        return field;
    }
}
