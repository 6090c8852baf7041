package dev.demarc.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders: where unpacked programs are kept, who may enter, and how a folder goes away. */
public final class Folders {
    private Folders() {}

    /** The user's folder for what can be made again; root's can be read by the user that PostgreSQL runs as. */
    public static Path cache() {
        String chosen = System.getenv("XDG_CACHE_HOME");
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen, "demarc");
        }
        return System.getProperty("user.name").equals("root")
                ? Path.of("/var/cache/demarc")
                : Path.of(System.getProperty("user.home"), ".cache", "demarc");
    }

    /** Makes a folder, unless it is there, that nobody but its owner may enter; those above it are as they are. */
    public static void makePrivate(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("Folder " + folder + " cannot be closed to others", e);
        }
    }

    /** Deletes a folder with all that is in it; one that is not there is deleted already. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Folder " + folder + " cannot be deleted", e);
        }
    }
}
