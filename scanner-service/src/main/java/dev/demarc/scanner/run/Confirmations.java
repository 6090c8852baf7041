package dev.demarc.scanner.run;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Keeps the first refusal of what was sent together. */
final class Confirmations {
    private final AtomicReference<@Nullable Exception> refusal = new AtomicReference<>();

    void arrived(@Nullable Exception failure) {
        if (failure != null) {
            refusal.compareAndSet(null, failure);
        }
    }

    /** @throws BusException where Kafka refused anything since the last call; to be asked after a flush */
    void check() {
        Exception failure = refusal.getAndSet(null);
        if (failure != null) {
            throw new BusException(failure);
        }
    }
}
