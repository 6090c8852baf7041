package dev.demarc.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The memory of a process as its proportional set size, which counts shared pages by share. */
public final class Memory {
    private static final long BYTES_PER_KIBIBYTE = 1024;

    private Memory() {}

    /** The bytes of a process and its descendants; empty where the system does not tell. */
    public static OptionalLong ofTree(ProcessHandle process) {
        long bytes = Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(each -> of(each.pid()))
                .sum();
        return bytes == 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    /** The bytes of a process alone; empty where the system does not tell. */
    public static OptionalLong ofOne(ProcessHandle process) {
        long bytes = of(process.pid());
        return bytes == 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    private static long of(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KIBIBYTE)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
