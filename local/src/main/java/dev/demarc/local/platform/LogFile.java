package dev.demarc.local.platform;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A service's log, which the service itself turns over when it is full, and beside it what the process printed past its
 * log, as a JVM does that ends badly.
 */
public final class LogFile {
    private static final int BYTES_PER_LINE = 400;
    private static final String MOST_BYTES = "10M";
    private static final String FULL_ONES_KEPT = "2";

    private LogFile() {}

    /** The variables that make a service write its log into a file and none of it on its console. */
    static Map<String, String> settings(Path log) {
        Map<String, String> settings = new HashMap<>(beside(log));
        settings.put("QUARKUS_LOG_CONSOLE_ENABLED", "false");
        return settings;
    }

    /** The variables that make a program write its log into a file beside what it shows. */
    public static Map<String, String> beside(Path log) {
        return Map.of(
                "QUARKUS_LOG_FILE_ENABLED",
                "true",
                "QUARKUS_LOG_FILE_PATH",
                log.toString(),
                "QUARKUS_LOG_FILE_ROTATION_MAX_FILE_SIZE",
                MOST_BYTES,
                "QUARKUS_LOG_FILE_ROTATION_MAX_BACKUP_INDEX",
                FULL_ONES_KEPT,
                "QUARKUS_LOG_FILE_ROTATION_ROTATE_ON_BOOT",
                "false");
    }

    /** Where the process prints that writes this log. */
    public static Path printed(Path log) {
        return log.resolveSibling(log.getFileName().toString().replaceFirst("\\.log$", "") + ".out");
    }

    /** About the last lines of a log, and after them the last that was printed beside it, where anything was. */
    public static String lastLinesOfBoth(Path log, int count) {
        Path printed = printed(log);
        if (!hasText(printed)) {
            return lastLines(log, count);
        }
        return hasText(log)
                ? lastLines(log, count) + "\n(printed beside the log:)\n" + lastLines(printed, count)
                : lastLines(printed, count);
    }

    /** Whether there is such a file with anything in it. */
    public static boolean hasText(Path file) {
        return file.toFile().length() > 0;
    }

    /** About the last lines of a file, or a sentence that says why there are none. */
    public static String lastLines(Path file, int count) {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, log.length() - (long) count * BYTES_PER_LINE);
            byte[] end = new byte[(int) (log.length() - from)];
            log.seek(from);
            log.readFully(end);
            List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }
}
