package dev.demarc.scanner.collector;

import dev.demarc.contracts.resource.Outcome;
import dev.demarc.scanner.aws.AwsFault;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A listing that AWS did not answer: nothing can be said of the whole scope. */
public final class UnreadableScopeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;
    private final @Nullable String permission;

    private UnreadableScopeException(Outcome outcome, String reason) {
        super(reason);
        this.outcome = outcome;
        this.permission = null;
    }

    static UnreadableScopeException late(Instant deadline) {
        return new UnreadableScopeException(Outcome.FAILED, "not read to its end by its deadline, " + deadline);
    }

    UnreadableScopeException(AwsFault fault, String permission) {
        super(fault.reason());
        this.outcome = switch (fault.kind()) {
            case DENIED -> Outcome.DENIED;
            case DISABLED -> Outcome.DISABLED;
            case THROTTLED, CREDENTIALS, ABSENT, UNSUPPORTED, OTHER -> Outcome.FAILED;
        };
        this.permission = outcome == Outcome.DENIED ? permission : null;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** The IAM action that was refused, where one was. */
    public @Nullable String permission() {
        return permission;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
