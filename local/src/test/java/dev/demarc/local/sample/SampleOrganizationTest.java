package dev.demarc.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.resource.ResourceConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

        assertThat(SnapshotLines.of(again.get(1))).isEqualTo(SnapshotLines.of(snapshots.get(1)));
    }

    @Test
    void holdsTwelveAccountsAndAboutTwelveHundredResources() throws IOException {
        List<JsonNode> lines = SnapshotLines.of(snapshots.get(0));

        assertThat(lines.stream().filter(line -> line.has("account"))).hasSize(12);
        assertThat(SnapshotLines.items(lines)).hasSizeBetween(1150, 2800);
    }

    @Test
    void declaresTheScopeOfEveryItem() throws IOException {
        List<JsonNode> lines = SnapshotLines.of(snapshots.get(0));

        Set<String> declared = lines.stream()
                .filter(line -> line.has("scope"))
                .map(line -> line.at("/scope/scope").asText())
                .collect(Collectors.toSet());

        assertThat(SnapshotLines.items(lines))
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
        List<ResourceConfiguration> items = SnapshotLines.items(SnapshotLines.of(snapshots.get(1)));

        assertThat(items.stream().map(ResourceConfiguration::key)).doesNotHaveDuplicates();
    }

    private static Set<String> ids(Path snapshot) throws IOException {
        return SnapshotLines.items(SnapshotLines.of(snapshot)).stream()
                .map(item -> item.key().toString())
                .collect(Collectors.toSet());
    }
}
