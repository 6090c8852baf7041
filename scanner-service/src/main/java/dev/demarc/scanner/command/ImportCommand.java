package dev.demarc.scanner.command;

import dev.demarc.scanner.run.BusException;
import dev.demarc.scanner.snapshot.SnapshotImport;
import dev.demarc.scanner.snapshot.Survey;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;

/** Imports snapshot files, one after the other, and says what came of each. */
@Singleton
final class ImportCommand {
    private final KafkaCheck kafka;
    private final SnapshotImport snapshots;

    ImportCommand(KafkaCheck kafka, SnapshotImport snapshots) {
        this.kafka = kafka;
        this.snapshots = snapshots;
    }

    int run(Options options, PrintStream out) {
        List<Path> files = options.words().stream().map(ImportCommand::file).toList();
        kafka.demand();
        IntSummaryStatistics codes = new IntSummaryStatistics();
        for (Path file : files) {
            codes.accept(run(file, options.value("organization"), out));
        }
        return codes.getMin() == CommandLine.NOTHING ? CommandLine.NOTHING : Math.min(codes.getMax(), CommandLine.SOME);
    }

    private int run(Path file, Optional<String> organization, PrintStream out) {
        Report report = new Report(out);
        try {
            Survey survey = snapshots.run(file, organization, report::ended);
            survey.faults().forEach(fault -> out.println("not understood: " + fault));
            long untold = survey.faultCount() - survey.faults().size();
            if (untold > 0) {
                out.printf("not understood: %d more%n", untold);
            }
            survey.foreign()
                    .forEach((type, count) -> out.printf("passed over: %d of unknown resource type %s%n", count, type));
            int code = report.summary();
            return survey.faultCount() > 0 ? Math.max(code, CommandLine.SOME) : code;
        } catch (IOException e) {
            out.printf("%s cannot be read: %s%n", file, e.getMessage());
        } catch (BusException e) {
            out.println(e.getMessage());
        }
        return CommandLine.NOTHING;
    }

    private static Path file(String name) {
        try {
            Path file = Path.of(name);
            if (Files.isRegularFile(file) && Files.isReadable(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new UsageException("FILE is '%s'; accepted: a path".formatted(name));
        }
        throw new UsageException("FILE is '%s'; accepted: a file that can be read".formatted(name));
    }
}
