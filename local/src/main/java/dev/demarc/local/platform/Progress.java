package dev.demarc.local.platform;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells the user what happens, with the time since the start. */
public final class Progress {
    private final PrintStream out;
    private final Clock clock;
    private final Instant start;

    public Progress(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** A part of the platform is ready at an address. */
    void ready(String part, String address) {
        out.printf(Locale.ROOT, "  %-12s %-24s ready after %s%n", part, address, elapsed());
    }

    public void say(String line) {
        out.println(line);
    }

    /** The time since the start, as {@code 11.2 s}. */
    public String elapsed() {
        Duration elapsed = Duration.between(start, clock.instant());
        return String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
    }
}
