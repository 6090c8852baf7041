package dev.demarc.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
    private final Path proc;

    MemoryTest(@TempDir Path proc) {
        this.proc = proc;
    }

    @Test
    void addsUpWhatEachProcessUses() throws IOException {
        process(1, "R", "Rss: 9 kB\nPss:   100 kB\nPss_Dirty: 7 kB\n");
        process(2, "S", "Pss:    50 kB\n");

        assertThat(Memory.sum(proc, Stream.of(1L, 2L))).hasValue(150 * 1024);
    }

    @Test
    void leavesOutThoseThatHaveEnded() throws IOException {
        process(1, "R", "Pss:   100 kB\n");
        process(2, "Z", "");
        Files.delete(proc.resolve("2/smaps_rollup"));

        assertThat(Memory.sum(proc, Stream.of(1L, 2L, 3L))).hasValue(100 * 1024);
    }

    @Test
    void isNotKnownWhereALivingProcessIsNotTold() throws IOException {
        process(1, "R", "Pss:   100 kB\n");
        process(2, "S", "");
        Files.delete(proc.resolve("2/smaps_rollup"));

        assertThat(Memory.sum(proc, Stream.of(1L, 2L))).isEmpty();
    }

    private void process(long pid, String state, String usage) throws IOException {
        Path folder = Files.createDirectory(proc.resolve(Long.toString(pid)));
        Files.writeString(folder.resolve("stat"), pid + " (java :) x) " + state + " 1 1");
        Files.writeString(folder.resolve("smaps_rollup"), usage);
    }
}
