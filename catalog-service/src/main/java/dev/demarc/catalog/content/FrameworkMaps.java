package dev.demarc.catalog.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.demarc.contracts.catalog.CatalogRevision;
import dev.demarc.contracts.catalog.Control;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What framework files say of controls under {@code controls}; added to what each control says itself under
 * {@code maps}, so that a new framework and a new control each touch one file.
 */
final class FrameworkMaps {
    /** By control, then framework: the file that says so and the ids. */
    private final Map<String, Map<String, Said>> byControl = new TreeMap<>();

    private record Said(String file, ArrayNode ids) {}

    void read(String file, ObjectNode framework, List<CatalogProblem> problems) {
        JsonNode controls = framework.remove("controls");
        if (controls == null) {
            return;
        }
        if (!controls.isObject()) {
            problems.add(new CatalogProblem(file + ": controls", "accepted: lists of requirement ids by control id"));
            return;
        }
        String id = framework.path("id").asText();
        controls.properties().forEach(entry -> {
            if (entry.getValue() instanceof ArrayNode ids) {
                byControl
                        .computeIfAbsent(entry.getKey(), control -> new LinkedHashMap<>())
                        .put(id, new Said(file, ids));
            } else {
                problems.add(new CatalogProblem(
                        "%s: controls.%s".formatted(file, entry.getKey()), "accepted: a list of requirement ids"));
            }
        });
    }

    void addTo(ObjectNode control, String id) {
        ObjectNode maps = control.withObjectProperty("maps");
        byControl.getOrDefault(id, Map.of()).forEach((framework, said) -> {
            if (maps.has(framework)) {
                throw new InvalidCatalogException(new CatalogProblem(
                        "%s: controls.%s".formatted(said.file(), id),
                        "the control maps itself to '%s'; accepted: one of the two".formatted(framework)));
            }
            maps.set(framework, said.ids());
        });
    }

    List<CatalogProblem> unknownControls(CatalogRevision revision) {
        Set<String> known = revision.controls().stream().map(Control::id).collect(Collectors.toSet());
        List<CatalogProblem> problems = new ArrayList<>();
        byControl.forEach((control, said) -> {
            if (!known.contains(control)) {
                said.values()
                        .forEach(one -> problems.add(new CatalogProblem(
                                "%s: controls.%s".formatted(one.file(), control),
                                "'%s' is no control of the catalog".formatted(control))));
            }
        });
        return problems;
    }
}
