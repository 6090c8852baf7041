package dev.demarc.scanner.scan;

/** A scan is asked for that this scanner cannot do. */
public final class BadWishException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_SHOWN = 64;

    private final String field;

    private BadWishException(String field, String message) {
        super(message);
        this.field = field;
    }

    static BadWishException value(String field, String value, String accepted) {
        String shown = value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "...";
        return new BadWishException(field, "%s has '%s'; accepted: %s".formatted(field, shown, accepted));
    }

    static BadWishException tooMany(String field, int given, int most) {
        return new BadWishException(field, "%s has %d values; accepted: at most %d".formatted(field, given, most));
    }

    public String field() {
        return field;
    }
}
