package dev.demarc.catalog.publish;

import java.time.Duration;

/** Pauses too short to notice; waits for Kafka's answer as long as it is told to. */
record Impatient(Duration patience) implements PublishConfig {
    Impatient() {
        this(Duration.ofMillis(1));
    }

    @Override
    public Duration firstPause() {
        return Duration.ofMillis(1);
    }

    @Override
    public Duration longestPause() {
        return Duration.ofMillis(1);
    }

    @Override
    public Duration lookAgain() {
        return Duration.ofMinutes(1);
    }
}
