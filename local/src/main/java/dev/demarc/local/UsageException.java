package dev.demarc.local;

/** Words of the command line that mean nothing; the message names them and what is accepted. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
