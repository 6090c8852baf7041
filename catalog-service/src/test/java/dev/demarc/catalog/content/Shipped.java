package dev.demarc.catalog.content;

import java.nio.file.Path;

/** The content of this build, read once for all tests. */
public final class Shipped {
    public static final Path FOLDER = Path.of("src/main/resources/catalog");
    public static final ShippedContent CONTENT = ContentReader.read(FOLDER);

    private Shipped() {}
}
