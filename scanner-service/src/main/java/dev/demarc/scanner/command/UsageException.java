package dev.demarc.scanner.command;

/** The command line is not understood; the message names the place, the value and what is accepted. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
