package dev.demarc.bench.platform;

/** A figure could not be taken; the message says which and why. */
public final class UnmeasuredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnmeasuredException(String message) {
        super(message);
    }

    UnmeasuredException(String message, Throwable cause) {
        super(message, cause);
    }
}
