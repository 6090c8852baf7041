package dev.demarc.scanner.scan;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.Topic;
import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.contracts.scan.ScanTask;
import dev.demarc.scanner.aws.AwsFault;
import dev.demarc.scanner.run.Bus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns one request of the bus into its tasks; those of the command line are carried out where they were given. */
@Singleton
final class RequestWork implements PatientLoop.Work {
    private static final Logger LOG = Logger.getLogger(RequestWork.class);
    private static final int REMEMBERED = 1_000;

    private final ScanStart start;
    private final Bus bus;
    private final ScanConfig config;
    private final Clock clock;
    private final Set<String> planned = new LinkedHashSet<>();

    RequestWork(ScanStart start, Bus bus, ScanConfig config, Clock clock) {
        this.start = start;
        this.bus = bus;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public void carryOut(ConsumerRecord<String, byte[]> message) {
        ScanRequest request = Event.read(message, ScanRequest.class);
        if (isOurs(request) && !planned.contains(request.id())) {
            plan(request, TaskWork.trace(message).child());
            remember(request.id());
        }
    }

    private boolean isOurs(ScanRequest request) {
        Instant tooLate = request.requestedAt().plus(config.deadline());
        return switch (request.trigger()) {
            case COMMAND_LINE, IMPORT -> false;
            case SCHEDULE, REQUEST, CHANGE -> clock.instant().isBefore(tooLate);
        };
    }

    private void plan(ScanRequest request, TraceParent trace) {
        try {
            List<ScanTask> tasks = start.plan(request, trace);
            Topic topic = request.trigger() == ScanRequest.Trigger.SCHEDULE ? Topic.SCAN_TASKS : Topic.SCAN_TASKS_NOW;
            tasks.forEach(task -> bus.task(task, topic, trace, clock.instant()));
            LOG.infof("scan %s: %d scopes", request.id(), tasks.size());
        } catch (SdkException e) {
            LOG.errorf(
                    "scan %s cannot be planned: %s",
                    request.id(), AwsFault.of(e).reason());
        }
    }

    private void remember(String id) {
        planned.add(id);
        if (planned.size() > REMEMBERED) {
            planned.remove(planned.iterator().next());
        }
    }
}
