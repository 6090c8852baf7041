package dev.demarc.scanner.command;

import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.scan.ScanFailed;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.contracts.scan.ScanTask;
import dev.demarc.scanner.run.Bus;
import dev.demarc.scanner.run.BusException;
import dev.demarc.scanner.scan.BadWishException;
import dev.demarc.scanner.scan.PlanException;
import dev.demarc.scanner.scan.ScanConfig;
import dev.demarc.scanner.scan.ScanStart;
import dev.demarc.scanner.scan.ScanWish;
import dev.demarc.scanner.scan.TaskRunner;
import dev.demarc.scanner.snapshot.Reception;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A scan from beginning to end in this process, with the caller's credentials. */
@Singleton
final class ScanCommand {
    /** Where another reading speaks for a scope, nothing of it is lost. */
    private static final Set<Reception.Kind> LOST = Set.of(Reception.Kind.REFUSED);

    private final KafkaCheck kafka;
    private final ScanStart start;
    private final TaskRunner runner;
    private final Bus bus;
    private final ScanConfig config;
    private final ScanWish.Check check;
    private final Refusals refusals;
    private final Clock clock;

    ScanCommand(
            KafkaCheck kafka,
            ScanStart start,
            TaskRunner runner,
            Bus bus,
            ScanConfig config,
            ScanWish.Check check,
            Refusals refusals,
            Clock clock) {
        this.kafka = kafka;
        this.start = start;
        this.runner = runner;
        this.bus = bus;
        this.config = config;
        this.check = check;
        this.refusals = refusals;
        this.clock = clock;
    }

    int run(Options options, PrintStream out) {
        ScanRequest request = request(options);
        kafka.demand();
        Refusals.Told told = refusals.watch(LOST);
        TraceParent trace = TraceParent.start();
        List<ScanTask> tasks;
        bus.request(request, trace);
        try {
            tasks = start.plan(request, trace);
        } catch (PlanException e) {
            bus.failed(new ScanFailed(request.id(), clock.instant(), e.reason()), trace);
            out.println("nothing is read: " + e.reason());
            return CommandLine.NOTHING;
        }
        out.printf("scan %s: %d scopes%n", request.id(), tasks.size());
        told.sent(request.id(), "scan");
        return told.tell(out, work(tasks, trace, new Report(out)));
    }

    private int work(List<ScanTask> tasks, TraceParent trace, Report report) {
        ExecutorService workers = Executors.newFixedThreadPool(config.workers());
        try {
            CompletableFuture.allOf(tasks.stream()
                            .map(task -> CompletableFuture.runAsync(() -> work(task, trace, report), workers))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            workers.shutdownNow();
        }
        return report.summary();
    }

    private void work(ScanTask task, TraceParent trace, Report report) {
        try {
            RunEnded ended = runner.run(task, trace.child());
            report.ended(ended);
        } catch (BusException e) {
            report.broken(task.scope().toString(), String.valueOf(e.getMessage()));
        }
    }

    private ScanRequest request(Options options) {
        ScanWish wish = wish(options);
        return new ScanRequest(
                "command-" + clock.instant(),
                clock.instant(),
                ScanRequest.Trigger.COMMAND_LINE,
                wish.accounts(),
                wish.regions(),
                wish.types());
    }

    private ScanWish wish(Options options) {
        try {
            return check.of(new ScanWish(options.list("accounts"), options.list("regions"), options.list("types")));
        } catch (BadWishException e) {
            throw new UsageException("--" + e.getMessage());
        }
    }
}
