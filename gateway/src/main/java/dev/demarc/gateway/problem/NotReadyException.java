package dev.demarc.gateway.problem;

/** Something that the answer needs is not there yet; retryable. */
public final class NotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param missing what is awaited */
    public NotReadyException(String missing) {
        super(missing);
    }
}
