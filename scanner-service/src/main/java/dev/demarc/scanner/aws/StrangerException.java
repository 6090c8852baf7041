package dev.demarc.scanner.aws;

/** An account is to be scanned that is not one of those that may be. */
public final class StrangerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StrangerException(String account, String accepted) {
        super("accounts has '%s'; accepted: %s".formatted(account, accepted));
    }
}
