package dev.demarc.catalog.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarc.contracts.Json;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML with anchors into a JSON tree. Plain scalars are text but for whole numbers, {@code true}, {@code false}
 * and {@code null}: neither {@code on} nor a version such as 5.10 nor a date becomes something else.
 */
final class YamlReader {
    /** A file of many controls names its examples and remedies again and again; a few levels of them stay small. */
    private static final int MOST_ALIASES = 200;

    private static final Pattern TRUTH = Pattern.compile("true|false");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern NOTHING = Pattern.compile("null");
    private static final Pattern BLANK = Pattern.compile("");
    private static final Pattern MERGED = Pattern.compile("<<");

    private YamlReader() {}

    static JsonNode read(byte[] yaml, String name) {
        try {
            return Json.MAPPER.valueToTree(parser().load(new String(yaml, StandardCharsets.UTF_8)));
        } catch (MarkedYAMLException e) {
            String place = e.getProblemMark() == null
                    ? ""
                    : " line %d column %d"
                            .formatted(
                                    e.getProblemMark().getLine() + 1,
                                    e.getProblemMark().getColumn() + 1);
            throw refused(name + place, String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            throw refused(name, String.valueOf(e.getMessage()));
        }
    }

    private static InvalidCatalogException refused(String place, String reason) {
        return new InvalidCatalogException(new CatalogProblem(place, "not YAML that is accepted: " + reason));
    }

    private static Yaml parser() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new PlainText());
    }

    private static final class PlainText extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, TRUTH, "tf");
            addImplicitResolver(Tag.INT, WHOLE_NUMBER, "-0123456789");
            addImplicitResolver(Tag.MERGE, MERGED, "<");
            addImplicitResolver(Tag.NULL, NOTHING, "n");
            addImplicitResolver(Tag.NULL, BLANK, null);
        }
    }
}
