package dev.demarc.scanner.snapshot;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A snapshot file of either form, packed with gzip or not; can be read any number of times. */
final class SnapshotFile {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC_1 = 0x1f;
    private static final int GZIP_MAGIC_2 = 0x8b;

    private final Path path;
    private final Set<String> types;

    /** @param types the resource types that are taken from it */
    SnapshotFile(Path path, Set<String> types) {
        this.path = path;
        this.types = Set.copyOf(types);
    }

    /**
     * Hands over every entry in the file's order; returns why the file could not be read to its end, if so.
     *
     * @throws IOException where it cannot be opened at all
     */
    Optional<String> read(Consumer<Entry> entries) throws IOException {
        Progress progress = new Progress();
        try (InputStream content = new BufferedInputStream(unpacked(), BUFFER)) {
            try {
                if (AwsConfigSnapshot.isOne(content)) {
                    new AwsConfigSnapshot(path, types, progress).read(content, entries);
                } else {
                    new CanonicalLines(types, progress).read(content, entries);
                }
                return Optional.empty();
            } catch (EOFException | ZipException e) {
                return Optional.of("the file is cut off or damaged after %s (%s)".formatted(progress, e.getMessage()));
            } catch (CutOffException e) {
                return Optional.of("%s after %s".formatted(e.getMessage(), progress));
            }
        }
    }

    private InputStream unpacked() throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        file.mark(2);
        boolean packed = file.read() == GZIP_MAGIC_1 && file.read() == GZIP_MAGIC_2;
        file.reset();
        return packed ? new GZIPInputStream(file, BUFFER) : file;
    }
}
