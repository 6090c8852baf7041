package dev.demarc.shell.problem;

/** A body that is larger than what is accepted. */
public final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooLargeException(String what, String accepted) {
        super("%s is too large; accepted: %s".formatted(what, accepted));
    }
}
