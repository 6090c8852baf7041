package dev.demarc.scanner.snapshot;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When AWS Config delivered a snapshot, which is what its items hold as of; its capture times say when they changed. */
record Delivery(Instant at, Source source) {
    private static final Pattern IN_NAMES = Pattern.compile("_ConfigSnapshot_(\\d{8}T\\d{6}Z)_");
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Who says so. */
    enum Source {
        OPTION("as --observed-at says"),
        NAME("as its name says"),
        NEWEST_ITEM("when its newest item was captured, for its name does not tell; --observed-at does");

        private final String words;

        Source(String words) {
            this.words = words;
        }
    }

    static Optional<Delivery> inName(String file) {
        Matcher time = IN_NAMES.matcher(file);
        return time.find()
                ? Optional.of(new Delivery(Instant.from(FORMAT.parse(time.group(1))), Source.NAME))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "observed at %s, %s".formatted(at, source.words);
    }
}
