package dev.demarc.scanner.collector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The collectors without CDI: every class of the package that is named as one. */
public final class AllCollectors {
    private static final String SUFFIX = "Collector.class";

    private AllCollectors() {}

    public static Collectors make() {
        try (Stream<Path> classes = Files.list(folder())) {
            return new Collectors(classes.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX) && !name.equals(SUFFIX))
                    .map(AllCollectors::collector)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(Collector.class.getResource(SUFFIX))
                            .toURI())
                    .resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Collector collector(String file) {
        String name = Collector.class.getPackageName() + "." + file.substring(0, file.length() - ".class".length());
        try {
            return Class.forName(name)
                    .asSubclass(Collector.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " cannot be made", e);
        }
    }
}
