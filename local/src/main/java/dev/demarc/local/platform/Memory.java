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
    private static final Path PROC = Path.of("/proc");

    private Memory() {}

    /** The bytes of a process and its descendants; empty where the system does not tell of each that lives. */
    public static OptionalLong ofTree(ProcessHandle process) {
        return sum(
                PROC, Stream.concat(Stream.of(process), process.descendants()).map(ProcessHandle::pid));
    }

    /** The bytes of a process alone; empty where the system does not tell. */
    public static OptionalLong ofOne(ProcessHandle process) {
        return sum(PROC, Stream.of(process.pid()));
    }

    static OptionalLong sum(Path proc, Stream<Long> processes) {
        long bytes = 0;
        for (long pid : processes.toList()) {
            Path process = proc.resolve(Long.toString(pid));
            try (Stream<String> lines = Files.lines(process.resolve("smaps_rollup"))) {
                bytes += lines.filter(line -> line.startsWith("Pss:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KIBIBYTE)
                        .sum();
            } catch (IOException | UncheckedIOException e) {
                if (lives(process)) {
                    return OptionalLong.empty();
                }
            }
        }
        return bytes == 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    /** One that has ended meanwhile is gone, or is a zombie until its parent looks. */
    private static boolean lives(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return false;
        }
    }
}
