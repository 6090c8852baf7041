package dev.demarc.shell.problem;

/** A body of a kind that is not accepted. */
public final class RefusedContentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedContentException(String detail) {
        super(detail);
    }
}
