package dev.demarc.catalog.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.demarc.contracts.Json;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Service;
import java.util.function.Consumer;

/** Catalogs that differ from another by a few members. */
final class Catalogs {
    private Catalogs() {}

    static CatalogRevision changed(CatalogRevision revision, Consumer<ObjectNode> change) {
        ObjectNode tree = (ObjectNode) PackedRevision.tree(revision);
        change.accept(tree);
        try {
            return Json.MAPPER.treeToValue(tree, CatalogRevision.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static ObjectNode control(ObjectNode tree, String id) {
        return element(tree, "controls", id);
    }

    static ObjectNode element(ObjectNode tree, String kind, String id) {
        for (JsonNode element : tree.path(kind)) {
            if (element.path("id").asText().equals(id)) {
                return (ObjectNode) element;
            }
        }
        throw new IllegalArgumentException("no %s %s".formatted(kind, id));
    }

    static Service service(CatalogRevision revision, String id) {
        return revision.services().stream()
                .filter(service -> service.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
