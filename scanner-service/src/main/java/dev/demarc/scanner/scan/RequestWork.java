package dev.demarc.scanner.scan;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.scan.ScanFailed;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.contracts.scan.ScanRequest.Trigger;
import dev.demarc.contracts.scan.ScanTask;
import dev.demarc.scanner.run.Bus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Turns requests of the bus into tasks. What cannot be planned is told to who waits for it; a slot of the schedule is
 * then tried again until the next begins. Those of the command line are planned where they were given.
 */
final class RequestWork implements PatientLoop.Work {
    private static final Logger LOG = Logger.getLogger(RequestWork.class);
    private static final Duration BETWEEN_ATTEMPTS_OF_A_SLOT = Duration.ofMinutes(5);
    private static final int REMEMBERED = 1_000;

    private final Set<Trigger> triggers;
    private final Topic topic;
    private final Planning planning;
    private final Bus bus;
    private final Clock clock;
    private final Duration timely;
    private final Duration pause;
    private final Set<String> done = new LinkedHashSet<>();

    /** Makes the tasks of a request; throws {@link PlanException} where there can be none. */
    interface Planning {
        List<ScanTask> plan(ScanRequest request, TraceParent trace);
    }

    /**
     * @param timely how long after it was asked for a scan is still planned
     * @param pause between attempts to plan a slot of the schedule
     */
    RequestWork(
            Set<Trigger> triggers,
            Topic topic,
            Planning planning,
            Bus bus,
            Clock clock,
            Duration timely,
            Duration pause) {
        this.triggers = Set.copyOf(triggers);
        this.topic = topic;
        this.planning = planning;
        this.bus = bus;
        this.clock = clock;
        this.timely = timely;
        this.pause = pause;
    }

    /** Of what people and changes ask for. */
    static RequestWork onDemand(Planning planning, Bus bus, Clock clock, ScanConfig config) {
        return new RequestWork(
                Set.of(Trigger.REQUEST, Trigger.CHANGE),
                Topic.SCAN_TASKS_NOW,
                planning,
                bus,
                clock,
                config.deadline(),
                Duration.ZERO);
    }

    /** Of the schedule. */
    static RequestWork scheduled(Planning planning, Bus bus, Clock clock, ScanConfig config) {
        return new RequestWork(
                Set.of(Trigger.SCHEDULE),
                Topic.SCAN_TASKS,
                planning,
                bus,
                clock,
                config.interval(),
                BETWEEN_ATTEMPTS_OF_A_SLOT);
    }

    @Override
    public void carryOut(ConsumerRecord<String, byte[]> message) {
        ScanRequest request = Event.read(message, ScanRequest.class);
        if (triggers.contains(request.trigger()) && !done.contains(request.id())) {
            plan(request, TaskWork.trace(message).child());
            remember(request.id());
        }
    }

    private void plan(ScanRequest request, TraceParent trace) {
        Instant until = request.requestedAt().plus(timely);
        String told = "";
        while (clock.instant().isBefore(until)) {
            try {
                List<ScanTask> tasks = planning.plan(request, trace);
                bus.tasks(tasks, topic, trace, clock.instant());
                LOG.infof("scan %s: %d scopes", request.id(), tasks.size());
                return;
            } catch (PlanException e) {
                LOG.errorf("scan %s cannot be planned: %s", request.id(), e.reason());
                if (!e.reason().equals(told)) {
                    told = e.reason();
                    bus.failed(new ScanFailed(request.id(), clock.instant(), told), trace);
                }
                if (pause.isZero()) {
                    return;
                }
                Pause.of(pause);
            }
        }
        if (told.isEmpty() && request.trigger() != Trigger.SCHEDULE) {
            bus.failed(
                    new ScanFailed(
                            request.id(),
                            clock.instant(),
                            "no scanner planned it within %s of its being asked for".formatted(timely)),
                    trace);
        }
    }

    private void remember(String id) {
        done.add(id);
        if (done.size() > REMEMBERED) {
            done.remove(done.iterator().next());
        }
    }
}
