package dev.demarc.scanner.scan;

import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.scanner.run.Bus;
import dev.demarc.scanner.run.BusException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Asks for a scan of everything at each slot of the schedule; the slot is the scan's id, whichever replica asks. */
@Singleton
final class ScanSchedule {
    private static final Logger LOG = Logger.getLogger(ScanSchedule.class);

    private final Bus bus;
    private final ScanConfig config;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    ScanSchedule(Bus bus, ScanConfig config, Clock clock) {
        this.bus = bus;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        if (config.work()) {
            config.every().ifPresent(this::start);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        timer.shutdownNow();
    }

    /** The begin of the slot that the time is in. */
    static Instant slot(Instant time, Duration every) {
        long millis = every.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), millis) * millis);
    }

    static ScanRequest request(Instant slot) {
        return new ScanRequest("schedule-" + slot, slot, ScanRequest.Trigger.SCHEDULE, List.of(), List.of(), List.of());
    }

    private void start(Duration every) {
        Instant now = clock.instant();
        Duration untilNext = Duration.between(now, slot(now, every).plus(every));
        var unused = timer.scheduleAtFixedRate(
                () -> ask(every), untilNext.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ask(Duration every) {
        try {
            bus.request(request(slot(clock.instant(), every)), TraceParent.start());
        } catch (BusException e) {
            LOG.errorf("the scheduled scan could not be asked for: %s", e.getMessage());
        }
    }
}
