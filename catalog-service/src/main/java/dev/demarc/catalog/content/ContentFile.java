package dev.demarc.catalog.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One parsed YAML file of the content. */
record ContentFile(String name, JsonNode tree) {
    /** The file as one object. */
    ObjectNode object() {
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw refused("accepted: a mapping");
    }

    /** The file as a list of objects. */
    List<ObjectNode> list() {
        return objects(tree);
    }

    /** The objects of a list in the file; what stands beside the list holds for each that does not say otherwise. */
    List<ObjectNode> entries(String list) {
        ObjectNode file = object();
        JsonNode entries = file.path(list);
        if (entries.isMissingNode()) {
            throw refused("'%s' is missing; accepted: a list".formatted(list));
        }
        List<ObjectNode> objects = objects(entries);
        for (ObjectNode entry : objects) {
            file.properties().forEach(common -> {
                if (!common.getKey().equals(list) && !entry.has(common.getKey())) {
                    entry.set(common.getKey(), common.getValue());
                }
            });
        }
        return objects;
    }

    /** Puts the address in the place of each cited source that is a short name. */
    ContentFile withSources(Map<String, String> sources) {
        resolve(tree, "", sources);
        return this;
    }

    /** Puts what must hold of resources of a type into the conditions of its controls. */
    ContentFile withWhile() {
        While.expand(name, object());
        return this;
    }

    /** Puts the file's terms into its expressions. */
    ContentFile withTerms() {
        Terms.expand(name, object());
        return this;
    }

    private void resolve(JsonNode node, String path, Map<String, String> sources) {
        if (node instanceof ObjectNode object) {
            JsonNode source = object.path("source");
            if (source.isTextual() && !source.asText().startsWith("https://")) {
                object.put("source", resolved(source.asText(), path + ".source", sources));
            }
            object.properties().forEach(member -> resolve(member.getValue(), path + "." + member.getKey(), sources));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                resolve(array.get(i), "%s[%d]".formatted(path, i), sources);
            }
        }
    }

    private String resolved(String shortName, String path, Map<String, String> sources) {
        String source = sources.get(shortName);
        if (source == null) {
            throw new InvalidCatalogException(new CatalogProblem(
                    name + path,
                    "'%s' is not known; accepted: an https address or a name of sources.yaml: %s"
                            .formatted(shortName, new TreeMap<>(sources).keySet())));
        }
        return source;
    }

    private List<ObjectNode> objects(JsonNode list) {
        if (!list.isArray()) {
            throw refused("accepted: a list");
        }
        List<ObjectNode> objects = new ArrayList<>();
        for (JsonNode entry : list) {
            if (!(entry instanceof ObjectNode object)) {
                throw refused("'%s' stands in the list; accepted: mappings".formatted(entry));
            }
            objects.add(object);
        }
        return objects;
    }

    private InvalidCatalogException refused(String reason) {
        return new InvalidCatalogException(new CatalogProblem(name, reason));
    }
}
