package dev.demarc.local.sample;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.resource.Outcome;
import dev.demarc.contracts.resource.Scope;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Twelve accounts of an organisation that does not exist, as two snapshot files in our own form, some days apart, so
 * that change shows. The same {@code now} gives the same files.
 */
public final class SampleOrganization {
    /** The account that pays for the others. */
    public static final String MANAGEMENT = SampleAccount.MANAGEMENT;

    private static final Duration BETWEEN_SNAPSHOTS = Duration.ofDays(12);
    private static final ObjectWriter LINE = Json.MAPPER.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private final Instant now;

    public SampleOrganization(Instant now) {
        this.now = now;
    }

    /** Writes the earlier and the later snapshot into {@code folder} and returns them in this order. */
    public List<Path> writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path earlier = folder.resolve("sample-1.jsonl.gz");
        Path later = folder.resolve("sample-2.jsonl.gz");
        write(earlier, new Snapshot(now, now.minus(BETWEEN_SNAPSHOTS), false));
        write(later, new Snapshot(now, now, true));
        return List.of(earlier, later);
    }

    private static void write(Path file, Snapshot snapshot) throws IOException {
        try (BufferedWriter out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            for (Map<String, Object> line : snapshot.head()) {
                writeLine(out, line);
            }
            for (Item item : snapshot.items()) {
                writeLine(out, item.observedAt(snapshot.observedAt()));
            }
        }
    }

    private static void writeLine(BufferedWriter out, Object line) throws IOException {
        out.write(LINE.writeValueAsString(line));
        out.newLine();
    }

    /** One day's state of the organisation. */
    private static final class Snapshot {
        private final Instant observedAt;
        private final Map<Scope, List<Item>> scopes = new LinkedHashMap<>();

        Snapshot(Instant now, Instant observedAt, boolean later) {
            this.observedAt = observedAt;
            for (SampleAccount account : SampleAccount.ALL) {
                new Estate(account, now).fill(scopes, later);
            }
        }

        Instant observedAt() {
            return observedAt;
        }

        List<Map<String, Object>> head() {
            List<Map<String, Object>> lines = new ArrayList<>();
            SampleAccount.ALL.forEach(account -> lines.add(Map.of("account", account.account())));
            scopes.keySet().forEach(scope -> lines.add(Map.of("scope", outcome(scope))));
            return lines;
        }

        List<Item> items() {
            return scopes.values().stream().flatMap(List::stream).toList();
        }

        private Map<String, Object> outcome(Scope scope) {
            return Instances.isDenied(scope)
                    ? Map.of(
                            "scope",
                            scope,
                            "observedAt",
                            observedAt,
                            "outcome",
                            Outcome.DENIED,
                            "reason",
                            "the read-only role may not list instances here",
                            "permission",
                            "ec2:DescribeInstances")
                    : Map.of("scope", scope, "observedAt", observedAt, "outcome", Outcome.COMPLETE);
        }
    }
}
