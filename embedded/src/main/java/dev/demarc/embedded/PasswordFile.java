package dev.demarc.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A random password in a file that only its owner may read. */
record PasswordFile(Path path) {
    private static final int BYTES = 16;

    /** Puts a new password into the file, in place of any other. */
    void renew() throws IOException {
        Files.deleteIfExists(path);
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Files.writeString(path, HexFormat.of().formatHex(random));
    }

    String read() {
        try {
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new EmbeddedStartException("The password cannot be read from " + path + ": " + e, e);
        }
    }
}
