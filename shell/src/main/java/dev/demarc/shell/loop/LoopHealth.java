package dev.demarc.shell.loop;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a loop fares.
 *
 * @param died whether its thread ended of a fault of the virtual machine
 * @param kind what kind its last turn's fault is, null where it had none
 * @param reason what that fault says
 * @param failingFor how long no turn has succeeded, zero where the last did
 * @param turningFor how long the present turn has gone on, zero while it rests
 */
record LoopHealth(
        String name,
        boolean died,
        @Nullable Fault kind,
        @Nullable String reason,
        Duration failingFor,
        Duration turningFor) {
    /** Whether it does its work, or waits for something that may come back by itself. */
    boolean isAlive(Duration mostOfATurn, Duration patience) {
        boolean stands = turningFor.compareTo(mostOfATurn) > 0;
        boolean broken = kind != null && kind != Fault.TRANSIENT && failingFor.compareTo(patience) > 0;
        return !died && !stands && !broken;
    }

    /** Whether it has done its work lately. */
    boolean isReady(Duration patience) {
        return !died && failingFor.compareTo(patience) <= 0;
    }

    String text() {
        if (died) {
            return "died: " + reason;
        }
        if (kind != null) {
            return "fails for %d s: %s".formatted(failingFor.toSeconds(), reason);
        }
        return "turns for %d s".formatted(turningFor.toSeconds());
    }
}
