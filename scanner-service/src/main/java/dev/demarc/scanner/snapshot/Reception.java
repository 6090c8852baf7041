package dev.demarc.scanner.snapshot;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What became, behind the bus, of what a command sent. */
public interface Reception {
    /**
     * One thing that assessment did not take.
     *
     * @param scan the scan or import whose it is
     * @param scope as its key says
     */
    record Refusal(String scan, String scope, String reason, Kind kind) {}

    /** A record that cannot be taken, or a listing where another one speaks for the scope. */
    enum Kind {
        REFUSED,
        OVERRULED
    }

    /** Watches from here on for what is not taken. */
    Watch watch();

    /** What is not taken from one moment on. */
    interface Watch {
        /**
         * Returns once assessment has taken all that is on the bus.
         *
         * @param scans ids of the scans and imports that are meant
         * @return what it did not take of them; empty where it has not taken all in time, so that nobody knows
         */
        Optional<List<Refusal>> refusals(Set<String> scans);
    }
}
