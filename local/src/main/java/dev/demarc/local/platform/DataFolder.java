package dev.demarc.local.platform;

import dev.demarc.embedded.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/** The one folder in which a platform keeps what it must find again: data, logs, and who runs. */
public record DataFolder(Path path) {
    /** The folder that the environment names, or {@code .demarc} under the root. */
    public static DataFolder of(Path root, String chosen) {
        return new DataFolder((chosen.isBlank() ? root.resolve(".demarc") : Path.of(chosen)).toAbsolutePath());
    }

    Path kafka() {
        return path.resolve("data").resolve("kafka");
    }

    Path postgres() {
        return path.resolve("data").resolve("postgresql");
    }

    Path key(String fileName) {
        return path.resolve("data").resolve(fileName);
    }

    /** Present when the sample organisation is in this data. */
    public Path sampleMark() {
        return path.resolve("data").resolve("sample-loaded");
    }

    /** Leaves the mark that the sample organisation is in this data. */
    public void markSample(Instant when) throws IOException {
        Files.deleteIfExists(sampleMark());
        Files.createFile(
                sampleMark(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(sampleMark(), when.toString());
    }

    Path programs() {
        return path.resolve("programs");
    }

    Path run() {
        return path.resolve("run");
    }

    Path runState() {
        return run().resolve("platform.properties");
    }

    /** The log of a part of the platform, as {@code kafka}, {@code postgresql} or a service's id. */
    public Path log(String part) {
        return switch (part) {
            case "postgresql" -> postgres().resolve("postgresql.log");
            case "kafka" -> path.resolve("log").resolve(KafkaLog.NEWEST);
            default -> path.resolve("log").resolve(part + ".log");
        };
    }

    /** Empties the data and the logs; unpacked programs stay. */
    void empty() {
        Folders.delete(path.resolve("data"));
        Folders.delete(path.resolve("log"));
    }

    /** Makes room for a run that others cannot look into: each log of the last one is kept beside the new. */
    void prepare() {
        Folders.makePrivate(path.resolve("log"));
        try {
            Files.createDirectories(path.resolve("data"));
            for (Service service : Service.values()) {
                keepFormer(log(service.id()));
                keepFormer(LogFile.printed(log(service.id())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + path + " cannot be written", e);
        }
    }

    private static void keepFormer(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".former"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
