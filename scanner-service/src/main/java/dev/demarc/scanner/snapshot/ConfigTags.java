package dev.demarc.scanner.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A resource's tags from wherever AWS Config has them: on the item, in the configuration, or beside a bucket. */
final class ConfigTags {
    private static final List<String> MEMBERS = List.of("tags", "Tags", "tagList");

    private ConfigTags() {}

    static Map<String, String> of(
            JsonNode onItem, Map<String, @Nullable Object> configuration, Map<String, @Nullable Object> supplementary) {
        Map<String, String> tags = new TreeMap<>();
        addTo(tags, onItem);
        if (tags.isEmpty()) {
            for (String member : MEMBERS) {
                addTo(tags, Json.MAPPER.valueToTree(configuration.get(member)));
            }
        }
        if (tags.isEmpty()) {
            Map<String, @Nullable Object> ofBucket = ConfigJson.member(supplementary, "BucketTaggingConfiguration");
            JsonNode sets = Json.MAPPER.valueToTree(ofBucket == null ? null : ofBucket.get("tagSets"));
            sets.forEach(set -> addTo(tags, set.path("tags")));
        }
        return tags;
    }

    /** Either an object by key, or a list of keys and values. */
    private static void addTo(Map<String, String> tags, JsonNode json) {
        if (json.isObject()) {
            json.properties()
                    .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        } else if (json.isArray()) {
            json.forEach(tag -> tags.put(text(tag, "key", "Key"), text(tag, "value", "Value")));
        }
    }

    private static String text(JsonNode tag, String name, String otherName) {
        return tag.path(tag.has(name) ? name : otherName).asText();
    }
}
