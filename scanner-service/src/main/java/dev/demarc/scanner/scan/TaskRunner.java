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
import dev.demarc.scanner.run.BusException;
import dev.demarc.scanner.run.RunWriter;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns one task into one run, from its begin to its confirmed end, whatever its reading meets. */
@Singleton
public final class TaskRunner {
    /** What a user is told of a defect; its stack trace is for the log. */
    static final String DEFECT = "a fault of the scanner's own, not of AWS; the scanner's log has the details";

    private static final Logger LOG = Logger.getLogger(TaskRunner.class);

    private final AwsAccess access;
    private final Collectors collectors;
    private final Canonicalizer canonicalizer;
    private final Bus bus;
    private final Clock clock;
    private final ExecutorService details;
    private final Duration deadline;

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
        this.deadline = config.deadline();
    }

    @PreDestroy
    void close() {
        details.shutdownNow();
    }

    /**
     * Reads the task's scope and returns how its run ended, once Kafka has all of it.
     *
     * @throws BusException where Kafka does not take it: the task is to be run again
     * @throws CancellationException where the thread is interrupted: another runs the task from its begin
     */
    public RunEnded run(ScanTask task, TraceParent trace) {
        RunWriter writer = new RunWriter(bus, canonicalizer, task.scope(), task.run(), trace);
        Instant begunAt = clock.instant();
        bus.progress(ScanProgress.of(task.run(), task.scope(), ScanProgress.Phase.BEGUN, begunAt), trace);
        writer.begin(Source.LIVE, begunAt);
        return end(trace, writer, read(task.scope(), begunAt, writer));
    }

    private RunEnded end(TraceParent trace, RunWriter writer, Result result) {
        RunEnded ended = writer.end(result.outcome(), clock.instant(), result.reason(), result.permission());
        bus.progress(ScanProgress.of(ended, ended.endedAt()), trace);
        return ended;
    }

    private Result read(Scope scope, Instant begunAt, RunWriter writer) {
        Collector collector = collectors.of(scope.type()).orElse(null);
        if (collector == null) {
            return new Result(Outcome.FAILED, "this scanner has no collector for " + scope.type(), null);
        }
        try {
            collector.read(new Reading(
                    scope,
                    access.clients(scope.account(), scope.region()),
                    clock,
                    begunAt.plus(deadline),
                    details,
                    writer::item,
                    writer::leftOut));
            return Result.COMPLETE;
        } catch (BusException | CancellationException e) {
            throw e;
        } catch (AbortedException e) {
            throw new CancellationException("interrupted while reading " + scope);
        } catch (UnreadableScopeException e) {
            return new Result(e.outcome(), e.reason(), e.permission());
        } catch (SdkException e) {
            return new Result(Outcome.FAILED, AwsFault.of(e).reason(), null);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            LOG.errorf(e, "%s could not be read", scope);
            return new Result(Outcome.FAILED, DEFECT, null);
        }
    }
}
