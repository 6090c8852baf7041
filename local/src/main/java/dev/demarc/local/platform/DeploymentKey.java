package dev.demarc.local.platform;

import dev.demarc.shell.token.EdgeKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A key that all parts of one deployment share: the user's own, else one that is made once and kept with the data. */
public enum DeploymentKey {
    /** What scanners hash personal names with, so that a name has the same hash in every scan. */
    SCRUB("DEMARC_SCRUB_KEY", "scrub.key"),
    /** What the parts of the platform sign their calls with. */
    EDGE(EdgeKey.VARIABLE, "edge.key");

    private static final int BYTES = 32;

    private final String variable;
    private final String fileName;

    DeploymentKey(String variable, String fileName) {
        this.variable = variable;
        this.fileName = fileName;
    }

    /** The environment variable that holds it. */
    public String variable() {
        return variable;
    }

    public String of(Environment environment, DataFolder folder) {
        String own = environment.variables().getOrDefault(variable, "");
        return own.isBlank() ? kept(folder.key(fileName)) : own;
    }

    private synchronized String kept(Path file) {
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
            throw new UncheckedIOException("The key " + variable + " cannot be kept in " + file, e);
        }
    }
}
