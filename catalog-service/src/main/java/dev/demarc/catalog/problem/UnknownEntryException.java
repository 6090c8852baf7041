package dev.demarc.catalog.problem;

import java.util.Collection;
import java.util.TreeSet;

/** A service, control, framework or layer that the catalog does not have. */
public final class UnknownEntryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public UnknownEntryException(String field, String value) {
        super("there is no %s '%s'".formatted(field, value));
        this.field = field;
    }

    public UnknownEntryException(String field, String value, Collection<String> accepted) {
        super("there is no %s '%s'; accepted: %s".formatted(field, value, String.join(", ", new TreeSet<>(accepted))));
        this.field = field;
    }

    String field() {
        return field;
    }
}
