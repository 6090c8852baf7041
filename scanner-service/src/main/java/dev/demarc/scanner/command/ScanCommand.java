package dev.demarc.scanner.command;

import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.contracts.scan.ScanTask;
import dev.demarc.scanner.aws.AwsFault;
import dev.demarc.scanner.collector.Collector;
import dev.demarc.scanner.collector.Collectors;
import dev.demarc.scanner.run.Bus;
import dev.demarc.scanner.run.BusException;
import dev.demarc.scanner.scan.ScanConfig;
import dev.demarc.scanner.scan.ScanStart;
import dev.demarc.scanner.scan.TaskRunner;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.core.exception.SdkException;

/** A scan from beginning to end in this process, with the caller's credentials. */
@Singleton
final class ScanCommand {
    private final KafkaCheck kafka;
    private final ScanStart start;
    private final TaskRunner runner;
    private final Bus bus;
    private final ScanConfig config;
    private final Collectors collectors;
    private final Clock clock;

    ScanCommand(
            KafkaCheck kafka,
            ScanStart start,
            TaskRunner runner,
            Bus bus,
            ScanConfig config,
            Collectors collectors,
            Clock clock) {
        this.kafka = kafka;
        this.start = start;
        this.runner = runner;
        this.bus = bus;
        this.config = config;
        this.collectors = collectors;
        this.clock = clock;
    }

    int run(Options options, PrintStream out) {
        ScanRequest request = request(options);
        kafka.demand();
        TraceParent trace = TraceParent.start();
        List<ScanTask> tasks;
        try {
            tasks = start.plan(request, trace);
        } catch (SdkException e) {
            out.println("AWS does not say who the caller is: " + AwsFault.of(e).reason());
            return CommandLine.NOTHING;
        }
        bus.request(request, trace);
        if (tasks.isEmpty()) {
            out.println("nothing to read: no account or region of the request can be read");
            return CommandLine.NOTHING;
        }
        out.printf("scan %s: %d scopes%n", request.id(), tasks.size());
        return work(tasks, trace, new Report(out));
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
        List<String> types = options.list("types");
        List<String> known = collectors.all().stream().map(Collector::type).toList();
        types.stream().filter(type -> !known.contains(type)).findFirst().ifPresent(type -> {
            throw new UsageException("type is '%s'; accepted: %s".formatted(type, String.join(", ", known)));
        });
        options.list("accounts").stream()
                .filter(account -> !account.matches("\\d{12}"))
                .findFirst()
                .ifPresent(account -> {
                    throw new UsageException("account is '%s'; accepted: 12 digits".formatted(account));
                });
        return new ScanRequest(
                "command-" + clock.instant(),
                clock.instant(),
                ScanRequest.Trigger.COMMAND_LINE,
                options.list("accounts"),
                options.list("regions"),
                types);
    }
}
