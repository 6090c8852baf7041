package dev.demarc.gateway.problem;

/** As many as fit are served already; retryable once one of them has left. */
public final class TooManyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooManyException(String message) {
        super(message);
    }
}
