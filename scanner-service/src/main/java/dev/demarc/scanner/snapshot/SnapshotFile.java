package dev.demarc.scanner.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.resource.ResourceConfiguration;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A file of resources in whatever accepted form; can be read any number of times. */
final class SnapshotFile {
    private static final String HISTORY = "_ConfigHistory_";

    private final Path path;
    private final String name;
    private final ImportOptions options;
    private final Instant latest;
    private final ItemReader items;
    private @Nullable AwsConfigFacts facts;

    /**
     * @param types the resource types that are taken from it
     * @param now after which nothing can have been observed
     */
    SnapshotFile(Path path, Set<String> types, ImportOptions options, Instant now) {
        Path last = path.getFileName();
        this.path = path;
        this.name = last == null ? "" : last.toString();
        this.options = options;
        this.latest = now.plus(ResourceConfiguration.MOST_AHEAD);
        this.items = new ItemReader(Set.copyOf(types), this::facts, new KnownRegions(options.moreRegions()), latest);
    }

    /**
     * Hands over every entry in the file's order; returns why the file could not be read to its end, if so.
     *
     * @throws IOException where it cannot be opened at all
     */
    Optional<String> read(Consumer<Entry> entries) throws IOException {
        if (name.contains(HISTORY)) {
            return Optional.of("it holds what changed between two times (ConfigHistory), not what there is;"
                    + " accepted: a ConfigSnapshot");
        }
        Entries found = new Entries(items, entries);
        try {
            return readTo(found);
        } catch (EOFException | ZipException e) {
            return Optional.of("the file is cut off or damaged after %s".formatted(found.last));
        } catch (UnreadableFileException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** When AWS Config's items in it were observed; empty where it has none, or was not read yet. */
    Optional<Delivery> delivery() {
        AwsConfigFacts known = facts;
        return known == null ? Optional.empty() : known.delivery();
    }

    private Optional<String> readTo(JsonNodes nodes) throws IOException {
        try (InputStream content = PlainText.of(path)) {
            switch (FileForm.of(content)) {
                case EMPTY -> {
                    return Optional.of("it is empty; accepted: JSON");
                }
                case LINES -> JsonLines.read(content, nodes);
                case DOCUMENT -> JsonDocument.read(content, nodes);
            }
            return Optional.empty();
        }
    }

    private AwsConfigFacts facts() {
        AwsConfigFacts known = facts;
        if (known == null) {
            known = new AwsConfigFacts(told(), latest);
            facts = known;
            try {
                readTo(known);
            } catch (IOException e) {
                // who reads the items comes to the same place and tells it
            }
        }
        return known;
    }

    private Optional<Delivery> told() {
        return options.observedAt()
                .map(time -> new Delivery(time, Delivery.Source.OPTION))
                .or(() -> Delivery.inName(name));
    }

    /** Makes entries of what is read, and knows how far that came. */
    private static final class Entries implements JsonNodes {
        private final ItemReader items;
        private final Consumer<Entry> entries;
        private String last = "its beginning";

        Entries(ItemReader items, Consumer<Entry> entries) {
            this.items = items;
            this.entries = entries;
        }

        @Override
        public void node(String place, JsonNode node) {
            Entry entry = items.entry(place, node);
            if (entry != null) {
                entries.accept(entry);
            }
            last = place;
        }

        @Override
        public void malformed(String place, String reason) {
            entries.accept(new Entry.Fault(place, null, reason));
            last = place;
        }
    }
}
