package dev.demarc.catalog.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The named parts of expressions that a file's {@code terms} hold, put where {@code term.name} stands in a condition or
 * assertion. A term may use those above it; one that nothing uses is a fault.
 */
final class Terms {
    private static final String TERMS = "terms";
    private static final Set<String> EXPRESSIONS = Set.of("when", "assert");
    private static final Pattern USE = Pattern.compile("\\bterm\\.([A-Za-z0-9_]+)");

    private final String file;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Set<String> used = new TreeSet<>();
    private final List<CatalogProblem> problems = new ArrayList<>();

    private Terms(String file) {
        this.file = file;
    }

    /**
     * Takes the terms out of the file and puts them into its expressions.
     *
     * @throws InvalidCatalogException for terms that are no text, are not known or not used
     */
    static void expand(String file, ObjectNode content) {
        Terms terms = new Terms(file);
        JsonNode own = content.remove(TERMS);
        if (own != null) {
            own.properties().forEach(term -> terms.define(term.getKey(), term.getValue()));
        }
        terms.expand(content, "");
        terms.refuseUnused();
        if (!terms.problems.isEmpty()) {
            throw new InvalidCatalogException(terms.problems);
        }
    }

    private void define(String name, JsonNode text) {
        String place = TERMS + "." + name;
        if (!text.isTextual()) {
            problems.add(new CatalogProblem(file + ": " + place, "is '%s'; accepted: an expression".formatted(text)));
        } else {
            texts.put(name, expanded(text.asText(), place));
        }
    }

    private void expand(JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
                String place = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
                if (EXPRESSIONS.contains(member.getKey()) && member.getValue().isTextual()) {
                    object.put(member.getKey(), expanded(member.getValue().asText(), place));
                } else {
                    expand(member.getValue(), place);
                }
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                expand(node.get(i), "%s[%d]".formatted(path, i));
            }
        }
    }

    private String expanded(String text, String place) {
        Matcher use = USE.matcher(text);
        StringBuilder expanded = new StringBuilder();
        while (use.find()) {
            use.appendReplacement(expanded, Matcher.quoteReplacement(term(use.group(1), place)));
        }
        return use.appendTail(expanded).toString();
    }

    private String term(String name, String place) {
        String text = texts.get(name);
        if (text == null) {
            problems.add(new CatalogProblem(
                    file + ": " + place,
                    "speaks of term.%s, which is not defined above; accepted: %s".formatted(name, texts.keySet())));
            return "false";
        }
        used.add(name);
        return "(" + text + ")";
    }

    private void refuseUnused() {
        texts.keySet().stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> problems.add(
                        new CatalogProblem("%s: %s.%s".formatted(file, TERMS, name), "is used by no expression")));
    }
}
