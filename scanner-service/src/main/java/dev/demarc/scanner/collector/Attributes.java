package dev.demarc.scanner.collector;

import dev.demarc.scanner.canonical.Documents;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Attributes that SQS and SNS hand over as text, in canonical form: names in lowerCamelCase, documents parsed. */
final class Attributes {
    private static final Set<String> DOCUMENTS = Set.of("Policy", "RedrivePolicy", "RedriveAllowPolicy");

    private Attributes() {}

    /** The named attributes, {@code null} where there is none. */
    static Map<String, @Nullable Object> only(Map<String, String> attributes, Set<String> names) {
        Map<String, @Nullable Object> form = new TreeMap<>();
        for (String name : names) {
            form.put(lowerCamelCase(name), value(name, attributes.get(name)));
        }
        return form;
    }

    private static @Nullable Object value(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (DOCUMENTS.contains(name)) {
            return Documents.parse(text);
        }
        return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
    }

    private static String lowerCamelCase(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
