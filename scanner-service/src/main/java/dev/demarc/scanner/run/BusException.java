package dev.demarc.scanner.run;

import dev.demarc.shell.loop.RetryableException;

/** Kafka did not take what was sent; transient: the task is read again. */
public final class BusException extends RetryableException {
    private static final long serialVersionUID = 1L;

    BusException(Exception cause) {
        super("Kafka did not take what was sent: " + cause.getMessage(), cause);
    }
}
