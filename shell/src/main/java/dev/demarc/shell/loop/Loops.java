package dev.demarc.shell.loop;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All loops of a service: starts them, measures them, knows how they fare, and ends with the service what still runs. */
@Singleton
public final class Loops implements AutoCloseable {
    private final MeterRegistry metrics;
    private final LoopConfig config;
    private final List<Loop> running = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Loop> died = new ConcurrentHashMap<>();

    public Loops(MeterRegistry metrics, LoopConfig config) {
        this.metrics = metrics;
        this.config = config;
    }

    /** @param name of its thread, in its metrics and in health; one of its kind at a time */
    public Loop start(String name, Step step) {
        return start(name, step, new BackOff(config.firstBackOff(), config.mostBackOff()));
    }

    public Loop start(String name, Step step, BackOff backOff) {
        Loop loop = new Loop(
                name,
                step,
                backOff,
                kind -> metrics.counter("demarc.loop.faults", "loop", name, "kind", kind.name())
                        .increment(),
                this::ended);
        Gauge.builder("demarc.loop.idle", loop, each -> each.sinceLastTurn().toMillis() / 1000.0)
                .description("Time since the loop last finished a turn")
                .baseUnit("seconds")
                .tag("loop", name)
                .register(metrics);
        died.remove(name);
        running.add(loop);
        loop.start();
        return loop;
    }

    /** Which loops are dead, stand still or cannot do their work for a reason that no waiting mends. */
    public Map<String, String> notAlive() {
        return ill(health -> !health.isAlive(config.mostOfATurn(), config.patience()));
    }

    /** Which loops have not done their work for longer than is waited out. */
    public Map<String, String> notReady() {
        return ill(health -> !health.isReady(config.patience()));
    }

    void stop(@Observes ShutdownEvent stopping) {
        close();
    }

    /** Ends all loops, those that began last first. */
    @Override
    public void close() {
        List<Loop> all = new ArrayList<>(List.copyOf(running));
        Collections.reverse(all);
        all.forEach(Loop::end);
        all.forEach(Loop::close);
    }

    private Map<String, String> ill(Predicate<LoopHealth> illness) {
        Map<String, String> ill = new TreeMap<>();
        Stream.concat(List.copyOf(running).stream(), died.values().stream())
                .map(Loop::health)
                .filter(illness)
                .forEach(health -> ill.put(health.name(), health.text()));
        return ill;
    }

    private void ended(Loop loop) {
        running.remove(loop);
        if (loop.health().died()) {
            died.put(loop.name(), loop);
        } else {
            Gauge gauge =
                    metrics.find("demarc.loop.idle").tag("loop", loop.name()).gauge();
            if (gauge != null) {
                metrics.remove(gauge);
            }
        }
    }
}
