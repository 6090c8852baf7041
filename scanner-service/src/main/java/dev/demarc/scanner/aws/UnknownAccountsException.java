package dev.demarc.scanner.aws;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** AWS did not say which accounts or regions there are: nothing is scanned rather than less than there is. */
public final class UnknownAccountsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean mayPass;

    private UnknownAccountsException(String action, AwsFault fault) {
        super("which accounts there are is not known, since %s failed: %s".formatted(action, fault.reason()));
        this.mayPass = fault.mayPass();
    }

    /**
     * Asks what must be answered.
     *
     * @throws UnknownAccountsException where it is not
     * @throws CancellationException where the thread is interrupted
     */
    static <T> T ask(String action, Supplier<T> call) {
        try {
            return call.get();
        } catch (AbortedException e) {
            throw new CancellationException("interrupted in " + action);
        } catch (SdkException e) {
            throw new UnknownAccountsException(action, AwsFault.of(e));
        }
    }

    /** Whether it may be known a little later, with nothing changed by anyone. */
    public boolean mayPass() {
        return mayPass;
    }
}
