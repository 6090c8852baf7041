package dev.demarc.catalog.change;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.catalog.content.CatalogKind;
import dev.demarc.contracts.catalog.CatalogRevision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two revisions, element by element.
 *
 * @param from number of the one
 * @param to number of the other
 */
public record RevisionDiff(int from, int to, List<Change> changes) {
    /** What became of an element. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One element that differs.
     *
     * @param element such as {@code controls[s3-bucket-not-public]}
     * @param members what differs within it, empty where it was added or removed
     */
    public record Change(String element, Kind kind, List<Member> members) {}

    /** One member that differs, with what stood and what stands there; null where nothing does. */
    public record Member(
            String member,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    public RevisionDiff {
        changes = List.copyOf(changes);
    }

    public static RevisionDiff between(CatalogRevision from, CatalogRevision to) {
        JsonNode before = PackedRevision.tree(from);
        JsonNode after = PackedRevision.tree(to);
        List<Change> changes = new ArrayList<>();
        for (CatalogKind kind : CatalogKind.values()) {
            changes.addAll(changes(kind, before.path(kind.plural()), after.path(kind.plural())));
        }
        List<Member> parameters = members(before.path("parameters"), after.path("parameters"));
        if (!parameters.isEmpty()) {
            changes.add(new Change("parameters", Kind.CHANGED, parameters));
        }
        return new RevisionDiff(from.number(), to.number(), changes);
    }

    private static List<Change> changes(CatalogKind kind, JsonNode before, JsonNode after) {
        Map<String, JsonNode> old = byName(kind, before);
        Map<String, JsonNode> young = byName(kind, after);
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(young.keySet());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            JsonNode was = old.get(name);
            JsonNode is = young.get(name);
            if (was == null) {
                changes.add(new Change(name, Kind.ADDED, List.of()));
            } else if (is == null) {
                changes.add(new Change(name, Kind.REMOVED, List.of()));
            } else if (!was.equals(is)) {
                changes.add(new Change(name, Kind.CHANGED, members(was, is)));
            }
        }
        return changes;
    }

    private static Map<String, JsonNode> byName(CatalogKind kind, JsonNode elements) {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        elements.forEach(element -> byName.put(
                "%s[%s]".formatted(kind.plural(), element.path(kind.idMember()).asText()), element));
        return byName;
    }

    private static List<Member> members(JsonNode was, JsonNode is) {
        TreeSet<String> names = new TreeSet<>();
        was.fieldNames().forEachRemaining(names::add);
        is.fieldNames().forEachRemaining(names::add);
        List<Member> members = new ArrayList<>();
        for (String name : names) {
            if (!was.path(name).equals(is.path(name))) {
                members.add(new Member(name, was.get(name), is.get(name)));
            }
        }
        return members;
    }
}
