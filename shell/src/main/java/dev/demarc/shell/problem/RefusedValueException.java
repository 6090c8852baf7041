package dev.demarc.shell.problem;

import java.util.Collection;

/** A value that a caller gave and that is not accepted. */
public final class RefusedValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /** @param accepted what is accepted, in a few words */
    public RefusedValueException(String field, String value, String accepted) {
        super("%s is '%s'; accepted: %s".formatted(field, value, accepted));
        this.field = field;
    }

    public static RefusedValueException oneOf(String field, String value, Collection<String> accepted) {
        return new RefusedValueException(field, value, String.join(", ", accepted));
    }

    public String field() {
        return field;
    }
}
