package dev.demarc.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a folder has room for a platform. */
record DiskSpace(Path folder, long usableBytes) {
    static final long NEEDED_BYTES = 1L << 30;
    private static final double BYTES_PER_GIBIBYTE = 1L << 30;

    static DiskSpace of(Path folder) {
        try {
            return new DiskSpace(folder, Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            throw new UncheckedIOException("The free space of " + folder + " is not known", e);
        }
    }

    void mustSuffice() {
        if (usableBytes < NEEDED_BYTES) {
            throw new PlatformException(
                    "The disk of %s has %.1f GiB free and 1 GiB is needed: make room, or set DEMARC_DATA to a folder on another disk"
                            .formatted(folder, usableBytes / BYTES_PER_GIBIBYTE));
        }
    }
}
