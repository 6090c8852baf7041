package dev.demarc.scanner.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that an argument of the command line names: itself, or all of a folder, the older before the newer. */
final class SnapshotFiles {
    private static final List<String> ENDINGS = List.of(".json", ".jsonl", ".json.gz", ".jsonl.gz");
    private static final Pattern DELIVERY = Pattern.compile("_\\d{8}T\\d{6}Z_");

    private SnapshotFiles() {}

    /** @throws UsageException where there is none that can be read */
    static List<Path> of(String argument) {
        Path path = path(argument);
        if (!Files.exists(path)) {
            throw new UsageException("%s is not there; accepted: a file or a folder of files".formatted(argument));
        }
        if (!Files.isReadable(path)) {
            throw new UsageException("%s cannot be read; accepted: a file or a folder of files".formatted(argument));
        }
        return Files.isDirectory(path) ? within(path) : List.of(path);
    }

    private static Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new UsageException("'%s' is no path; accepted: a file or a folder of files".formatted(argument));
        }
    }

    private static List<Path> within(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> found = all.filter(Files::isRegularFile)
                    .filter(SnapshotFiles::isNamedLikeOne)
                    .sorted(Comparator.comparing(SnapshotFiles::delivery).thenComparing(Path::toString))
                    .toList();
            if (found.isEmpty()) {
                throw new UsageException("%s is a folder without files to import; accepted: names ending in %s"
                        .formatted(folder, String.join(", ", ENDINGS)));
            }
            return found;
        } catch (IOException e) {
            throw new UsageException("%s cannot be read: %s".formatted(folder, e.getMessage()));
        }
    }

    private static boolean isNamedLikeOne(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static String delivery(Path file) {
        Matcher time = DELIVERY.matcher(name(file));
        return time.find() ? time.group() : "";
    }

    private static String name(Path file) {
        Path last = file.getFileName();
        return last == null ? "" : last.toString();
    }
}
