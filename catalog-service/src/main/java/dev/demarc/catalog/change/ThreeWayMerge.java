package dev.demarc.catalog.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.catalog.CatalogRevision;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings newly shipped content into a catalog that an organisation may have changed since the content before. What the
 * organisation changed, added or removed stays so; all else becomes what is shipped.
 */
public final class ThreeWayMerge {
    /** Members that show an object to be one statement: a responsibility, a control, a report. It is never mixed. */
    private static final List<String> MARKS_OF_A_UNIT = List.of("party", "assessment", "series");

    private static final List<String> NAMES_OF_ELEMENTS = List.of("id", "model", "type");

    private ThreeWayMerge() {}

    /**
     * @param before what was shipped last
     * @param current what the organisation made of it
     * @param shipped what is shipped now
     */
    public static CatalogRevision merge(CatalogRevision before, CatalogRevision current, CatalogRevision shipped) {
        ObjectNode tree = (ObjectNode) Objects.requireNonNull(
                merged(PackedRevision.tree(before), PackedRevision.tree(current), PackedRevision.tree(shipped)));
        tree.set("number", JsonNodeFactory.instance.numberNode(current.number()));
        tree.put("publishedAt", current.publishedAt().toString());
        try {
            return Json.MAPPER.treeToValue(tree, CatalogRevision.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The shipped content cannot be merged: " + e.getOriginalMessage(), e);
        }
    }

    private static @Nullable JsonNode merged(
            @Nullable JsonNode before, @Nullable JsonNode current, @Nullable JsonNode shipped) {
        if (Objects.equals(before, current)) {
            return shipped;
        }
        if (Objects.equals(before, shipped) || current == null || shipped == null) {
            return current;
        }
        if (current instanceof ObjectNode ours && shipped instanceof ObjectNode theirs) {
            return isUnit(ours) ? ours : mergedObjects(before, ours, theirs);
        }
        if (isKeyed(current) && isKeyed(shipped)) {
            return mergedLists(before, current, shipped);
        }
        return current;
    }

    private static ObjectNode mergedObjects(@Nullable JsonNode before, ObjectNode current, ObjectNode shipped) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        merged(members(before), members(current), members(shipped)).forEach(result::set);
        return result;
    }

    private static ArrayNode mergedLists(@Nullable JsonNode before, JsonNode current, JsonNode shipped) {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        result.addAll(
                merged(elements(before), elements(current), elements(shipped)).values());
        return result;
    }

    private static Map<String, JsonNode> merged(
            Map<String, JsonNode> before, Map<String, JsonNode> current, Map<String, JsonNode> shipped) {
        Set<String> names = new LinkedHashSet<>(shipped.keySet());
        names.addAll(current.keySet());
        Map<String, JsonNode> result = new LinkedHashMap<>();
        for (String name : names) {
            JsonNode value = merged(before.get(name), current.get(name), shipped.get(name));
            if (value != null) {
                result.put(name, value);
            }
        }
        return result;
    }

    private static Map<String, JsonNode> members(@Nullable JsonNode node) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        if (node != null) {
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        }
        return members;
    }

    private static Map<String, JsonNode> elements(@Nullable JsonNode list) {
        Map<String, JsonNode> elements = new LinkedHashMap<>();
        if (list != null) {
            list.forEach(element -> elements.put(name(element), element));
        }
        return elements;
    }

    private static boolean isUnit(ObjectNode object) {
        return MARKS_OF_A_UNIT.stream().anyMatch(object::has);
    }

    private static boolean isKeyed(JsonNode node) {
        if (!node.isArray()) {
            return false;
        }
        for (JsonNode element : node) {
            if (name(element).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static String name(JsonNode element) {
        return NAMES_OF_ELEMENTS.stream()
                .map(element::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
    }
}
