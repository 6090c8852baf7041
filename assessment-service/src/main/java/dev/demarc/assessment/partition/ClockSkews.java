package dev.demarc.assessment.partition;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Tells of scanners whose clock differs from that of the bus: once a scan in the log, always in the metrics. */
@ApplicationScoped
public class ClockSkews {
    static final Duration TOLERATED = Duration.ofMinutes(2);

    private static final Logger LOG = Logger.getLogger(ClockSkews.class);
    private static final int SCANS = 64;

    private final Counter runs;
    private final AtomicLong last = new AtomicLong();
    private final Set<String> told = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > SCANS;
        }
    }));

    public ClockSkews(MeterRegistry metrics) {
        runs = Counter.builder("demarc.runs.skewed")
                .description("Runs whose scanner's clock is more than two minutes off that of the bus")
                .register(metrics);
        Gauge.builder("demarc.scanner.clock.skew", last, AtomicLong::doubleValue)
                .description("How far ahead of the bus the clock is of the scanner whose run began last")
                .baseUnit("seconds")
                .register(metrics);
    }

    /** @param ahead how far the clock of the scan's scanner is ahead of that of the bus, negative where it is behind */
    void began(String scan, Duration ahead) {
        last.set(ahead.toSeconds());
        if (ahead.abs().compareTo(TOLERATED) > 0) {
            runs.increment();
            if (told.add(scan)) {
                LOG.warnf(
                        "The clock of the scanner of scan %s is %s %s that of the bus; its times are taken as the bus has them",
                        scan, ahead.abs(), ahead.isNegative() ? "behind" : "ahead of");
            }
        }
    }
}
