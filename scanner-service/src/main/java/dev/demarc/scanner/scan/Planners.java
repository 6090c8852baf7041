package dev.demarc.scanner.scan;

import dev.demarc.scanner.run.Bus;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The two planners of a replica: the clock's scans keep nobody waiting who asks for one. */
@Singleton
final class Planners {
    private final ScanStart start;
    private final Bus bus;
    private final Clock clock;
    private final ScanConfig config;

    Planners(ScanStart start, Bus bus, Clock clock, ScanConfig config) {
        this.start = start;
        this.bus = bus;
        this.clock = clock;
        this.config = config;
    }

    RequestWork onDemand() {
        return RequestWork.onDemand(start::plan, bus, clock, config);
    }

    RequestWork scheduled() {
        return RequestWork.scheduled(start::plan, bus, clock, config);
    }
}
