package dev.demarc.catalog.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a file's {@code while} says, per type, that must hold of a resource for any of the file's controls of that type to
 * apply; it stands before each control's own condition.
 */
final class While {
    private static final String WHILE = "while";
    private static final String WHEN = "when";
    private static final String TYPE = "type";

    private While() {}

    /**
     * Takes it out of the file and puts it into the conditions of the controls.
     *
     * @throws InvalidCatalogException for what is no text, or of a type that no control of the file is of
     */
    static void expand(String file, ObjectNode content) {
        JsonNode own = content.remove(WHILE);
        if (own == null) {
            return;
        }
        Set<String> types = new HashSet<>();
        for (JsonNode each : content.path("controls")) {
            String type = each.path(TYPE).asText(content.path(TYPE).asText());
            types.add(type);
            if (each instanceof ObjectNode control && own.path(type).isTextual()) {
                control.put(WHEN, both(own.path(type).asText(), control.path(WHEN)));
            }
        }
        List<CatalogProblem> problems = new ArrayList<>();
        own.properties().forEach(entry -> {
            String place = "%s: %s.%s".formatted(file, WHILE, entry.getKey());
            if (!entry.getValue().isTextual()) {
                problems.add(new CatalogProblem(place, "is '%s'; accepted: an expression".formatted(entry.getValue())));
            } else if (!types.contains(entry.getKey())) {
                problems.add(
                        new CatalogProblem(place, "is the type of no control here; accepted: %s".formatted(types)));
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidCatalogException(problems);
        }
    }

    private static String both(String expression, JsonNode when) {
        return when.isMissingNode() ? expression : "(%s) && (%s)".formatted(expression, when.asText());
    }
}
