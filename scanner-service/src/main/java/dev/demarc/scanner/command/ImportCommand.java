package dev.demarc.scanner.command;

import dev.demarc.contracts.resource.Scope;
import dev.demarc.scanner.run.BusException;
import dev.demarc.scanner.snapshot.ImportOptions;
import dev.demarc.scanner.snapshot.KnownBefore;
import dev.demarc.scanner.snapshot.Reception;
import dev.demarc.scanner.snapshot.SnapshotImport;
import dev.demarc.scanner.snapshot.Survey;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Imports snapshot files, one after the other, and says what came of each. */
@Singleton
final class ImportCommand {
    /** The options that it takes. */
    static final String[] OPTIONS = {"organization", "observed-at", "more-regions"};

    /** An older listing that the import itself knows of is not taken either. */
    private static final Set<Reception.Kind> NOT_TAKEN = EnumSet.allOf(Reception.Kind.class);

    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d{1,2}");

    private final KafkaCheck kafka;
    private final SnapshotImport snapshots;
    private final Refusals refusals;

    ImportCommand(KafkaCheck kafka, SnapshotImport snapshots, Refusals refusals) {
        this.kafka = kafka;
        this.snapshots = snapshots;
        this.refusals = refusals;
    }

    int run(Options options, PrintStream out) {
        Set<Path> files = new LinkedHashSet<>();
        options.words().forEach(word -> files.addAll(SnapshotFiles.of(word)));
        ImportOptions wanted = wanted(options);
        kafka.demand();
        KnownBefore before = snapshots.before();
        Refusals.Told told = refusals.watch(NOT_TAKEN);
        IntSummaryStatistics codes = new IntSummaryStatistics();
        for (Path file : files) {
            codes.accept(run(file, wanted, before, told, out));
        }
        return told.tell(
                out,
                codes.getMin() == CommandLine.NOTHING
                        ? CommandLine.NOTHING
                        : Math.min(codes.getMax(), CommandLine.SOME));
    }

    private int run(Path file, ImportOptions options, KnownBefore before, Refusals.Told told, PrintStream out) {
        Report report = new Report(out, file + ": ");
        try {
            Survey survey = snapshots.run(file, options, before, ended -> {
                told.sent(ended.run().scan(), file.toString());
                report.ended(ended);
            });
            survey.delivery().ifPresent(when -> out.printf("%s: %s%n", file, when));
            survey.refused().forEach((Scope scope, String why) -> report.refused(scope.toString(), why));
            survey.faults().forEach(fault -> out.printf("not taken: %s: %s%n", file, fault));
            long untold = survey.faultCount() - survey.faults().size();
            if (untold > 0) {
                out.printf("not taken: %s: %d more%n", file, untold);
            }
            survey.foreign()
                    .forEach((type, count) ->
                            out.printf("passed over: %s: %d of type %s, which is not read%n", file, count, type));
            int code = report.summary();
            if (survey.faultCount() == 0) {
                return code;
            }
            return report.isEmpty() ? CommandLine.NOTHING : Math.max(code, CommandLine.SOME);
        } catch (IOException e) {
            out.printf("%s cannot be read: %s%n", file, e.getMessage());
        } catch (BusException e) {
            out.printf("%s: %s%n", file, e.getMessage());
        }
        return CommandLine.NOTHING;
    }

    private static ImportOptions wanted(Options options) {
        List<String> regions = options.list("more-regions");
        regions.stream()
                .filter(region -> !REGION.matcher(region).matches())
                .findFirst()
                .ifPresent(region -> {
                    throw new UsageException(
                            "--more-regions has '%s'; accepted: a region such as eu-central-1".formatted(region));
                });
        if (options.value("organization").filter(String::isBlank).isPresent()) {
            throw new UsageException("--organization is blank; accepted: an organisation's id, such as o-a1b2c3d4e5");
        }
        return new ImportOptions(
                options.value("organization"),
                options.value("observed-at").map(ImportCommand::time),
                Set.copyOf(regions));
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new UsageException(
                    "--observed-at is '%s'; accepted: a time such as 2026-03-01T10:11:12Z".formatted(text));
        }
    }
}
