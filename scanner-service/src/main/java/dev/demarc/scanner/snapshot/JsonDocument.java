package dev.demarc.scanner.snapshot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.demarc.contracts.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Reads items that stand in a list, in the {@code configurationItems} of AWS Config's files, or one after the other over
 * any number of lines, without keeping more than one of them.
 *
 * @see <a href="https://docs.aws.amazon.com/config/latest/developerguide/example-s3-snapshot.html">Example snapshot</a>
 */
final class JsonDocument {
    private static final String ITEMS = "configurationItems";
    private static final String ONE_CHANGE = "it tells of one change; accepted: a list of all resources of a type";
    private static final Map<String, String> REFUSED = Map.of(
            "configurationItem",
            ONE_CHANGE,
            "configurationItemDiff",
            ONE_CHANGE,
            "baseConfigurationItems",
            "its items are without tags and relations (baseConfigurationItems); accepted: configurationItems",
            "BaseConfigurationItems",
            "its items are without tags and relations (BaseConfigurationItems); accepted: configurationItems");

    private final JsonParser json;
    private final JsonNodes nodes;
    private long number;

    private JsonDocument(JsonParser json, JsonNodes nodes) {
        this.json = json;
        this.nodes = nodes;
    }

    /** @throws UnreadableFileException where it is cut off, malformed or not of an accepted form */
    static void read(InputStream content, JsonNodes nodes) throws IOException {
        try (JsonParser json = Json.MAPPER.createParser(content)) {
            new JsonDocument(json, nodes).values();
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new UnreadableFileException("line %d: %s".formatted(line, Faults.malformed(e)));
        }
    }

    private void values() throws IOException {
        while (json.nextToken() != null) {
            if (json.currentToken() == JsonToken.START_ARRAY) {
                list();
            } else if (json.currentToken() == JsonToken.START_OBJECT) {
                object();
            } else {
                item();
            }
        }
    }

    private void list() throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == null) {
                throw new UnreadableFileException("it is cut off after item " + number);
            }
            item();
        }
    }

    private void item() throws IOException {
        String place = place();
        nodes.node(place, json.readValueAsTree());
    }

    private void object() throws IOException {
        String place = place();
        ObjectNode single = Json.MAPPER.createObjectNode();
        boolean holdsItems = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            String refusal = REFUSED.get(name);
            if (refusal != null) {
                throw new UnreadableFileException(refusal);
            }
            json.nextToken();
            if (name.equals(ITEMS) && json.currentToken() == JsonToken.START_ARRAY) {
                holdsItems = true;
                number--;
                list();
            } else {
                single.set(name, json.readValueAsTree());
            }
        }
        if (json.currentToken() != JsonToken.END_OBJECT) {
            throw new UnreadableFileException("it is cut off after item " + number);
        }
        if (!holdsItems && single.has("configSnapshotId")) {
            throw new UnreadableFileException("it has no list configurationItems");
        }
        if (!holdsItems) {
            nodes.node(place, single);
        }
    }

    private String place() {
        return "item %d in line %d"
                .formatted(++number, json.currentTokenLocation().getLineNr());
    }
}
