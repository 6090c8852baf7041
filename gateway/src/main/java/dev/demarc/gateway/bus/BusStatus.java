package dev.demarc.gateway.bus;

import dev.demarc.gateway.problem.NotReadyException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether the bus has been read to its end once, and how old what is known of it is. */
@Singleton
public final class BusStatus {
    private final Clock clock;
    private final Duration silence;
    private volatile @Nullable Instant lastContact;
    private volatile @Nullable String waitingFor = "Kafka, which has not been reached yet";

    @Inject
    BusStatus(Clock clock, BusConfig config) {
        this(clock, config.silence());
    }

    BusStatus(Clock clock, Duration silence) {
        this.clock = clock;
        this.silence = silence;
    }

    /** @throws NotReadyException until everything that was on the bus at the start is in memory */
    public void requireReady() {
        String missing = waitingFor;
        if (missing != null) {
            throw new NotReadyException("The gateway waits for " + missing);
        }
    }

    /** What is awaited, null when ready; once ready it stays so, also when Kafka goes away. */
    public @Nullable String waitingFor() {
        return waitingFor;
    }

    /** How old the memory may be: zero while Kafka answers. */
    public Duration age() {
        Instant contact = lastContact;
        if (contact == null) {
            return Duration.ZERO;
        }
        Duration quiet = Duration.between(contact, clock.instant());
        return quiet.compareTo(silence) > 0 ? quiet : Duration.ZERO;
    }

    public boolean kafkaAnswers() {
        return lastContact != null && age().isZero();
    }

    void contact() {
        lastContact = clock.instant();
    }

    void waitFor(String what) {
        if (waitingFor != null) {
            waitingFor = what;
        }
    }

    void ready() {
        waitingFor = null;
    }
}
