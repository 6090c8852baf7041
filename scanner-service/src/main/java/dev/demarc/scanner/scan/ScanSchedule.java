package dev.demarc.scanner.scan;

import dev.demarc.contracts.event.TraceParent;
import dev.demarc.scanner.run.Bus;
import dev.demarc.scanner.run.BusException;
import dev.demarc.shell.loop.BackOff;
import dev.demarc.shell.loop.Loops;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that every slot of the schedule is asked for once, the one that a first start falls into included: looks
 * often, and asks where nobody has.
 */
@Singleton
final class ScanSchedule {
    private static final Logger LOG = Logger.getLogger(ScanSchedule.class);
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(2);
    private static final Duration MOST_BACK_OFF = Duration.ofSeconds(10);

    private final Bus bus;
    private final ScanConfig config;
    private final Clock clock;
    private final Slots slots;
    private @Nullable Slot last;

    /** What the bus knows of slots. */
    interface Slots {
        boolean isAskedFor(Slot slot);
    }

    @Inject
    ScanSchedule(Bus bus, ScanConfig config, Clock clock, AskedSlots slots) {
        this(bus, config, clock, (Slots) slots);
    }

    ScanSchedule(Bus bus, ScanConfig config, Clock clock, Slots slots) {
        this.bus = bus;
        this.config = config;
        this.clock = clock;
        this.slots = slots;
    }

    void start(@Observes StartupEvent started, Loops loops) {
        Slot now = Slot.at(clock.instant(), config.interval());
        if (config.work() && config.scheduled()) {
            LOG.infof("scans are asked for every %s; the slot of now is %s", config.interval(), now.begin());
            loops.start("schedule", this::look, new BackOff(FIRST_BACK_OFF, MOST_BACK_OFF));
        }
    }

    /**
     * Asks for the slot of now, unless that is done.
     *
     * @return how long to wait before the next look
     * @throws BusException where Kafka does not take it; then the next look asks
     */
    Duration look() {
        Instant now = clock.instant();
        Slot slot = Slot.at(now, config.interval());
        if (!slot.equals(last)) {
            if (!slots.isAskedFor(slot)) {
                bus.request(slot.request(now), TraceParent.start());
            }
            last = slot;
        }
        return LOOK;
    }
}
