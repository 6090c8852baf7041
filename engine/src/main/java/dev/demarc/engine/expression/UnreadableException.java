package dev.demarc.engine.expression;

import org.jspecify.annotations.Nullable;

/** A function cannot tell from what it was given; names the configuration path if the function reads one itself. */
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String path;

    public UnreadableException(String reason) {
        this(null, reason);
    }

    public UnreadableException(@Nullable String path, String reason) {
        super(reason, null, false, false);
        this.path = path;
    }

    @Nullable
    String path() {
        return path;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
