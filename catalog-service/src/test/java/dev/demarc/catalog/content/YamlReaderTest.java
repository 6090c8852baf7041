package dev.demarc.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
    @Test
    void leavesWhatLooksLikeSomethingElseText() {
        JsonNode tree = read("{version: 5.10, switch: on, day: 2026-02-20, time: 2026-02-20T00:00:00Z, octal: 010}");

        assertThat(tree)
                .allSatisfy(value ->
                        assertThat(value.isTextual()).as(value.toString()).isTrue());
        assertThat(tree.path("version").asText()).isEqualTo("5.10");
    }

    @Test
    void readsNumbersTruthAndNothing() {
        JsonNode tree = read("{number: -12, truth: true, nothing: null, empty: }");

        assertThat(tree.path("number").isIntegralNumber()).isTrue();
        assertThat(tree.path("truth").isBoolean()).isTrue();
        assertThat(tree.path("nothing").isNull()).isTrue();
        assertThat(tree.path("empty").isNull()).isTrue();
    }

    @Test
    void followsAnchorsAndMerges() {
        JsonNode tree = read("{one: &one {a: 1, b: 2}, same: *one, other: {<<: *one, b: 3}}");

        assertThat(tree.path("same")).isEqualTo(tree.path("one"));
        assertThat(tree.path("other")).isEqualTo(read("{a: 1, b: 3}"));
    }

    private static JsonNode read(String yaml) {
        return YamlReader.read(yaml.getBytes(StandardCharsets.UTF_8), "test.yaml");
    }
}
