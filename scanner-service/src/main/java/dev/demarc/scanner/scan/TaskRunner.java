package dev.demarc.scanner.scan;

import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Source;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.contracts.scan.ScanTask;
import dev.demarc.scanner.aws.AwsAccess;
import dev.demarc.scanner.aws.AwsFault;
import dev.demarc.scanner.canonical.Canonicalizer;
import dev.demarc.scanner.collector.Collector;
import dev.demarc.scanner.collector.Collectors;
import dev.demarc.scanner.collector.Reading;
import dev.demarc.scanner.collector.UnreadableScopeException;
import dev.demarc.scanner.run.Bus;
import dev.demarc.scanner.run.RunWriter;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns one task into one run, from its begin to its confirmed end. */
@Singleton
public final class TaskRunner {
    private static final Logger LOG = Logger.getLogger(TaskRunner.class);

    private final AwsAccess access;
    private final Collectors collectors;
    private final Canonicalizer canonicalizer;
    private final Bus bus;
    private final Clock clock;
    private final ExecutorService details;

    private record Result(
            Outcome outcome,
            @Nullable String reason,
            @Nullable String permission) {
        static final Result COMPLETE = new Result(Outcome.COMPLETE, null, null);
    }

    public TaskRunner(
            AwsAccess access,
            Collectors collectors,
            Canonicalizer canonicalizer,
            Bus bus,
            Clock clock,
            ScanConfig config) {
        this.access = access;
        this.collectors = collectors;
        this.canonicalizer = canonicalizer;
        this.bus = bus;
        this.clock = clock;
        this.details = Executors.newFixedThreadPool(config.detailCalls());
    }

    @PreDestroy
    void close() {
        details.shutdownNow();
    }

    /**
     * Reads the task's scope and returns how its run ended, once Kafka has all of it.
     *
     * @throws dev.demarc.scanner.run.BusException where Kafka does not take it
     * @throws java.util.concurrent.CancellationException where the thread is interrupted: the run stays without an end
     */
    public RunEnded run(ScanTask task, TraceParent trace) {
        RunWriter writer = new RunWriter(bus, canonicalizer, task.scope(), task.run(), trace);
        Instant begunAt = clock.instant();
        bus.progress(ScanProgress.of(task.run(), task.scope(), ScanProgress.Phase.BEGUN, begunAt), trace);
        writer.begin(Source.LIVE, begunAt);
        return end(trace, writer, read(task, writer));
    }

    private RunEnded end(TraceParent trace, RunWriter writer, Result result) {
        RunEnded ended = writer.end(result.outcome(), clock.instant(), result.reason(), result.permission());
        bus.progress(ScanProgress.of(ended, ended.endedAt()), trace);
        return ended;
    }

    private Result read(ScanTask task, RunWriter writer) {
        Scope scope = task.scope();
        Collector collector = collectors.of(scope.type()).orElse(null);
        if (collector == null) {
            return new Result(Outcome.FAILED, "this scanner has no collector for " + scope.type(), null);
        }
        try {
            collector.read(new Reading(
                    scope,
                    access.clients(scope.account(), scope.region()),
                    clock,
                    task.deadline(),
                    details,
                    writer::item,
                    writer::leftOut));
            return Result.COMPLETE;
        } catch (UnreadableScopeException e) {
            return new Result(e.outcome(), e.reason(), e.permission());
        } catch (AbortedException e) {
            throw new java.util.concurrent.CancellationException("interrupted while reading " + scope);
        } catch (SdkException e) {
            return new Result(Outcome.FAILED, AwsFault.of(e).reason(), null);
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
            LOG.errorf(e, "%s could not be read", scope);
            return new Result(
                    Outcome.FAILED,
                    "the collector failed (%s)".formatted(e.getClass().getSimpleName()),
                    null);
        }
    }
}
