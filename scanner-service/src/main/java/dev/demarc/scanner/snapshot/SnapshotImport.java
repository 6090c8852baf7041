package dev.demarc.scanner.snapshot;

import dev.demarc.contracts.event.TraceParent;
import dev.demarc.contracts.resource.RunEnded;
import dev.demarc.contracts.resource.RunId;
import dev.demarc.contracts.resource.Scope;
import dev.demarc.contracts.resource.Source;
import dev.demarc.contracts.scan.ScanProgress;
import dev.demarc.contracts.scan.ScanRequest;
import dev.demarc.scanner.canonical.Canonicalizer;
import dev.demarc.scanner.collector.Collector;
import dev.demarc.scanner.collector.Collectors;
import dev.demarc.scanner.run.Bus;
import dev.demarc.scanner.run.RunWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Brings a snapshot file onto the bus as one run for each scope that it contains. The file is read twice: first to
 * learn its scopes, their times and its faults, then to send its items; so a scope is complete only if all of the file
 * that may concern it was understood.
 */
@Singleton
public final class SnapshotImport {
    private final Bus bus;
    private final Canonicalizer canonicalizer;
    private final Collectors collectors;
    private final BusMemory memory;
    private final Clock clock;

    public SnapshotImport(Bus bus, Canonicalizer canonicalizer, Collectors collectors, BusMemory memory, Clock clock) {
        this.memory = memory;
        this.bus = bus;
        this.canonicalizer = canonicalizer;
        this.collectors = collectors;
        this.clock = clock;
    }

    /**
     * What is known before a first file.
     *
     * @throws org.apache.kafka.common.KafkaException where Kafka does not tell
     */
    public KnownBefore before() {
        return new KnownBefore(memory.accounts(), memory.begun());
    }

    /**
     * Imports the file; every run has ended on the bus when this returns.
     *
     * @param before what is known before it, to which what it says is added
     * @param ended is told of each run
     * @return what was found, and what of it was not taken
     * @throws IOException where the file cannot be opened
     * @throws dev.demarc.scanner.run.BusException where Kafka does not take it
     */
    public Survey run(Path file, ImportOptions options, KnownBefore before, Consumer<RunEnded> ended)
            throws IOException {
        SnapshotFile snapshot = new SnapshotFile(file, types(), options, clock.instant());
        Survey survey = new Survey();
        Neighbours neighbours = new Neighbours();
        snapshot.read(entry -> {
                    survey.add(entry);
                    if (entry instanceof Entry.Item item) {
                        neighbours.add(item.resource());
                    }
                })
                .ifPresent(survey::cutOff);
        snapshot.delivery().ifPresent(survey::delivered);
        survey.leaveOut(before);
        survey.accounts(options.organization(), before).forEach(account -> {
            bus.account(account, clock.instant());
            before.add(account);
        });
        if (survey.scopes().isEmpty()) {
            return survey;
        }
        survey.scopes().forEach((scope, facts) -> before.add(scope, file, facts.earliest()));
        String id = "import-" + clock.instant();
        TraceParent trace = TraceParent.start();
        bus.request(request(id, survey), trace);
        survey.scopes()
                .keySet()
                .forEach(
                        scope -> progress(new RunId(id, 1), scope, ScanProgress.Phase.PLANNED, clock.instant(), trace));
        Map<Scope, RunWriter> runs = send(snapshot, survey, neighbours, new RunId(id, 1), trace);
        runs.values().forEach(writer -> writer.close(clock.instant()));
        runs.values().forEach(RunWriter::confirm);
        List<RunEnded> ends = runs.entrySet().stream()
                .map(each -> end(survey, each.getKey(), each.getValue()))
                .toList();
        runs.values().forEach(RunWriter::confirm);
        ends.forEach(end -> {
            progress(end, trace);
            ended.accept(end);
        });
        return survey;
    }

    private Set<String> types() {
        return collectors.all().stream().map(Collector::type).collect(java.util.stream.Collectors.toSet());
    }

    private Map<Scope, RunWriter> send(
            SnapshotFile snapshot, Survey survey, Neighbours neighbours, RunId run, TraceParent trace)
            throws IOException {
        Map<Scope, RunWriter> runs = new HashMap<>();
        survey.scopes().forEach((scope, facts) -> {
            RunWriter writer = new RunWriter(bus, canonicalizer, scope, run, trace.child());
            progress(run, scope, ScanProgress.Phase.BEGUN, facts.earliest(), trace);
            writer.begin(Source.SNAPSHOT, facts.earliest());
            runs.put(scope, writer);
        });
        snapshot.read(entry -> {
            if (entry instanceof Entry.Item item && survey.takes(item.resource())) {
                RunWriter writer = runs.get(item.resource().scope());
                if (writer != null) {
                    writer.item(neighbours.joined(item.resource()));
                }
            }
        });
        return runs;
    }

    /** What the file shows of a scope ends when it was last observed, not when it is read. */
    private RunEnded end(Survey survey, Scope scope, RunWriter writer) {
        Survey.End end = survey.end(scope);
        Instant at = survey.lastObserved(scope, clock.instant());
        return writer.finish(end.outcome(), at, end.reason(), end.permission());
    }

    private void progress(RunEnded ended, TraceParent trace) {
        bus.progress(ScanProgress.of(ended, clock.instant()), trace);
    }

    private void progress(RunId run, Scope scope, ScanProgress.Phase phase, Instant at, TraceParent trace) {
        bus.progress(ScanProgress.of(run, scope, phase, at), trace);
    }

    private ScanRequest request(String id, Survey survey) {
        return new ScanRequest(
                id,
                clock.instant(),
                ScanRequest.Trigger.IMPORT,
                distinct(survey.scopes().keySet().stream().map(Scope::account)),
                distinct(survey.scopes().keySet().stream().map(Scope::region)),
                distinct(survey.scopes().keySet().stream().map(Scope::type)));
    }

    private static List<String> distinct(Stream<String> values) {
        return values.distinct().sorted().toList();
    }
}
