package dev.demarc.scanner.scan;

/** A scan cannot be planned; the message is for the user who waits for it. */
public final class PlanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean mayPass;

    /** @param mayPass whether it may succeed a little later, with nothing changed by anyone */
    PlanException(String reason, boolean mayPass) {
        super(reason);
        this.mayPass = mayPass;
    }

    boolean mayPass() {
        return mayPass;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
