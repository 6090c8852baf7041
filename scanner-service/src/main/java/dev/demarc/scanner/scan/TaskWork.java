package dev.demarc.scanner.scan;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventHeaders;
import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.scan.ScanTask;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Carries out one task of the bus. */
@Singleton
final class TaskWork implements PatientLoop.Work {
    private static final Logger LOG = Logger.getLogger(TaskWork.class);

    private final TaskRunner runner;
    private final MeterRegistry metrics;

    TaskWork(TaskRunner runner, MeterRegistry metrics) {
        this.runner = runner;
        this.metrics = metrics;
    }

    @Override
    public void carryOut(ConsumerRecord<String, byte[]> message) {
        ScanTask task = Event.read(message, ScanTask.class);
        RunEnded ended = runner.run(task, trace(message).child());
        metrics.counter("demarc_runs_total", "outcome", ended.outcome().name().toLowerCase(Locale.ROOT))
                .increment();
        LOG.debugf("%s: %d resources, %s", ended.scope(), ended.count(), ended.outcome());
    }

    static TraceParent trace(ConsumerRecord<?, ?> message) {
        return EventHeaders.text(message.headers(), EventHeaders.TRACE_PARENT)
                .map(TraceParent::parse)
                .orElseGet(TraceParent::start);
    }
}
