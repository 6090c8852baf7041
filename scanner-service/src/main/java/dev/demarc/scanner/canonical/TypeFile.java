package dev.demarc.scanner.canonical;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.demarc.contracts.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What of one resource type may leave the scanner: its data file {@code types/AWS-S3-Bucket.json}. What the file does
 * not name stays here; of a type without a file nothing passes but that a resource is there.
 *
 * @param pass the members that pass as they are, by the path of what they are members of
 * @param treat paths that pass once they are treated
 * @param because why text that anybody may write passes as it is, by its path
 */
record TypeFile(Map<String, List<String>> pass, Map<String, Treatment> treat, Map<String, String> because) {
    static final TypeFile EMPTY = new TypeFile(Map.of(), Map.of(), Map.of());

    private static final ObjectReader READER =
            Json.MAPPER.readerFor(TypeFile.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    TypeFile {
        pass = pass == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(pass));
        treat = treat == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(treat));
        because = because == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(because));
    }

    static TypeFile of(String type) {
        String file = "/types/" + type.replace("::", "-") + ".json";
        try (InputStream data = TypeFile.class.getResourceAsStream(file)) {
            return data == null ? EMPTY : read(new String(data.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    static TypeFile read(String json) throws IOException {
        return READER.readValue(json);
    }

    /** The paths of what passes as it is. */
    Stream<String> passing() {
        return pass.entrySet().stream()
                .flatMap(members -> members.getValue().stream().map(name -> members.getKey() + "." + name));
    }
}
