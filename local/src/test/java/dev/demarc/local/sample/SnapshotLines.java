package dev.demarc.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.resource.ResourceConfiguration;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A snapshot of the sample, read back. */
final class SnapshotLines {
    private SnapshotLines() {}

    static List<JsonNode> of(Path snapshot) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(snapshot)), StandardCharsets.UTF_8))) {
            return reader.lines().map(SnapshotLines::parse).toList();
        }
    }

    static List<ResourceConfiguration> items(List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.has("resourceType"))
                .map(line -> Json.MAPPER.convertValue(line, ResourceConfiguration.class))
                .toList();
    }

    private static JsonNode parse(String line) {
        return Json.MAPPER.valueToTree(Json.read(line.getBytes(StandardCharsets.UTF_8), Object.class));
    }
}
