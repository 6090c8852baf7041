package dev.demarc.contracts.event;

/** A message whose type or version this reader does not know; terminal: reading it again cannot help. */
public final class UnknownEventTypeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownEventTypeException(String ceType) {
        super("event type '%s' is not known here; a newer writer made it, or it is not Demarc's".formatted(ceType));
    }
}
