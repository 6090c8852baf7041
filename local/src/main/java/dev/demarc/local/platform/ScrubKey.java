package dev.demarc.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key that scanners hash personal names with: the user's own, else one that is made once and kept with the data,
 * so that a name has the same hash in every scan.
 */
public final class ScrubKey {
    public static final String VARIABLE = "DEMARC_SCRUB_KEY";

    private static final int BYTES = 32;

    private ScrubKey() {}

    public static String of(Environment environment, DataFolder folder) {
        String own = environment.variables().getOrDefault(VARIABLE, "");
        return own.isBlank() ? kept(folder.scrubKey()) : own;
    }

    private static synchronized String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.resolveSibling(""));
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                byte[] key = new byte[BYTES];
                new SecureRandom().nextBytes(key);
                Files.writeString(file, Base64.getEncoder().encodeToString(key));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The key for hashing names cannot be kept in " + file, e);
        }
    }
}
