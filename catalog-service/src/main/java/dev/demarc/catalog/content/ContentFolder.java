package dev.demarc.catalog.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The YAML files of a content folder, in the order of their names. */
final class ContentFolder {
    private final Path root;

    ContentFolder(Path root) {
        this.root = root;
    }

    /** Files below a folder, or the one file of that name; none where there is no such. */
    List<ContentFile> files(String name) {
        List<ContentFile> files = new ArrayList<>();
        for (Path file : paths()) {
            String relative = relative(file);
            if (relative.equals(name + ".yaml") || relative.startsWith(name + "/")) {
                files.add(new ContentFile(relative, YamlReader.read(bytes(file), relative)));
            }
        }
        return files;
    }

    /** SHA-256 over names and bytes of all files, in hexadecimal digits. */
    String digest() {
        MessageDigest digest = sha256();
        for (Path file : paths()) {
            digest.update(relative(file).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(bytes(file));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<Path> paths() {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted((a, b) -> relative(a).compareTo(relative(b)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The content folder %s cannot be read".formatted(root), e);
        }
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
