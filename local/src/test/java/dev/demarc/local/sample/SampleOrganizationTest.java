package dev.demarc.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.resource.ResourceConfiguration;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleOrganizationTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private final Path folder;
    private final List<Path> snapshots;

    SampleOrganizationTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        snapshots = new SampleOrganization(NOW).writeTo(folder);
    }

    @Test
    void isTheSameEachTime() throws IOException {
        List<Path> again = new SampleOrganization(NOW).writeTo(folder.resolve("again"));

        assertThat(lines(again.get(1))).isEqualTo(lines(snapshots.get(1)));
    }

    @Test
    void holdsTwelveAccountsAndAboutTwelveHundredResources() throws IOException {
        List<JsonNode> lines = lines(snapshots.get(0));

        assertThat(lines.stream().filter(line -> line.has("account"))).hasSize(12);
        assertThat(items(lines)).hasSizeBetween(1150, 1300);
    }

    @Test
    void declaresTheScopeOfEveryItem() throws IOException {
        List<JsonNode> lines = lines(snapshots.get(0));

        Set<String> declared = lines.stream()
                .filter(line -> line.has("scope"))
                .map(line -> line.at("/scope/scope").asText())
                .collect(Collectors.toSet());

        assertThat(items(lines))
                .allSatisfy(item -> assertThat(declared).contains(item.scope().toString()));
    }

    @Test
    void changesBetweenTheSnapshots() throws IOException {
        Set<String> earlier = ids(snapshots.get(0));
        Set<String> later = ids(snapshots.get(1));

        assertThat(earlier).anyMatch(id -> !later.contains(id));
        assertThat(later).anyMatch(id -> !earlier.contains(id));
    }

    @Test
    void neverHasTwoResourcesOfOneId() throws IOException {
        List<ResourceConfiguration> items = items(lines(snapshots.get(1)));

        assertThat(items.stream().map(ResourceConfiguration::key)).doesNotHaveDuplicates();
    }

    private static Set<String> ids(Path snapshot) throws IOException {
        return items(lines(snapshot)).stream()
                .map(item -> item.key().toString())
                .collect(Collectors.toSet());
    }

    private static List<ResourceConfiguration> items(List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.has("resourceType"))
                .map(line -> Json.MAPPER.convertValue(line, ResourceConfiguration.class))
                .toList();
    }

    private static List<JsonNode> lines(Path snapshot) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(snapshot)), StandardCharsets.UTF_8))) {
            return reader.lines().map(SampleOrganizationTest::parse).toList();
        }
    }

    private static JsonNode parse(String line) {
        return Json.MAPPER.valueToTree(Json.read(line.getBytes(StandardCharsets.UTF_8), Object.class));
    }
}
