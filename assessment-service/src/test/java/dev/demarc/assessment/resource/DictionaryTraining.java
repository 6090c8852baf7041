package dev.demarc.assessment.resource;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDictTrainer;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.resource.ResourceConfiguration;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.zip.GZIPInputStream;

/**
 * Trains the dictionary that the service ships, from a file of our own form ({@code .jsonl.gz}): its items of every
 * other account for a measure on the rest, then all of them for the dictionary.
 */
final class DictionaryTraining {
    /** Twice as much gained one byte in a hundred on the sample organisation. */
    private static final int MOST_BYTES = 16 * 1024;

    private static final int MOST_SAMPLE_BYTES = 64 * 1024 * 1024;
    private static final int LEVEL = 1;

    private DictionaryTraining() {}

    /** Takes the file of items and the file to write the dictionary to. */
    public static void main(String[] arguments) throws IOException {
        SortedMap<String, List<byte[]>> byAccount = read(Path.of(arguments[0]));
        List<byte[]> half = new ArrayList<>();
        List<byte[]> rest = new ArrayList<>();
        boolean even = true;
        for (List<byte[]> items : byAccount.values()) {
            (even ? half : rest).addAll(items);
            even = !even;
        }
        byte[] ofHalf = train(half);
        System.out.printf(
                "%d items of other accounts: %.0f bytes, %.0f without a dictionary, %.0f with one%n",
                rest.size(),
                average(rest, json -> json.length),
                average(rest, json -> Zstd.compress(json, LEVEL).length),
                average(rest, json -> Zstd.compressUsingDict(json, ofHalf, LEVEL).length));
        List<byte[]> all = byAccount.values().stream().flatMap(List::stream).toList();
        Files.write(Path.of(arguments[1]), train(all));
    }

    private static double average(List<byte[]> items, ToIntFunction<byte[]> size) {
        return items.stream().mapToInt(size).average().orElse(0);
    }

    private static byte[] train(List<byte[]> items) {
        ZstdDictTrainer trainer = new ZstdDictTrainer(MOST_SAMPLE_BYTES, MOST_BYTES);
        items.forEach(trainer::addSample);
        return trainer.trainSamples();
    }

    private static SortedMap<String, List<byte[]>> read(Path file) throws IOException {
        SortedMap<String, List<byte[]>> byAccount = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("\"resourceType\"")) {
                    ResourceConfiguration item =
                            Json.read(line.getBytes(StandardCharsets.UTF_8), ResourceConfiguration.class);
                    byAccount
                            .computeIfAbsent(item.accountId(), account -> new ArrayList<>())
                            .add(Json.bytes(item));
                }
            }
        }
        return byAccount;
    }
}
