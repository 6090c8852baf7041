package dev.demarc.shell.loop;

import org.jspecify.annotations.Nullable;

/** Something that waiting mends: what is needed is away, busy or somebody else's now. */
public abstract class RetryableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected RetryableException(String message) {
        super(message);
    }

    protected RetryableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
