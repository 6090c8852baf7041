package dev.demarc.engine.path;

import dev.demarc.contracts.Require;
import dev.demarc.contracts.resource.ResourceConfiguration;
import dev.demarc.contracts.resource.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path into a resource configuration, such as {@code configuration.ipPermissions[].fromPort}: names of members,
 * {@code []} for every element of a list, {@code *} for any member, {@code ["a.b"]} for a name that is no identifier.
 */
public record ConfigurationPath(List<String> segments) {
    /** The segment that stands for every element of a list. */
    public static final String ELEMENTS = "[]";
    /** The segment that stands for any member. */
    public static final String ANY = "*";

    private static final Pattern SEGMENT =
            Pattern.compile("\\G(?:\\.?([A-Za-z0-9_:/@-]+|\\*)|\\[(\\d*)]|\\[\"((?:[^\"\\\\]|\\\\.)*)\"])");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_:/@-]+|\\*");

    public ConfigurationPath {
        segments = List.copyOf(segments);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("a configuration path has no segments; accepted: at least one");
        }
    }

    /** @throws IllegalArgumentException naming the text where it is no path */
    public static ConfigurationPath parse(String text) {
        Require.text(text, "configuration path");
        List<String> segments = new ArrayList<>();
        Matcher matcher = SEGMENT.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find()) {
            segments.add(segment(matcher));
            end = matcher.end();
        }
        if (end < text.length()) {
            throw new IllegalArgumentException(
                    "configuration path is '%s'; accepted: members separated by dots, [] for elements".formatted(text));
        }
        return new ConfigurationPath(segments);
    }

    /** Like {@link #parse}, but what is no path stands for all of them, so that nothing unread passes as read. */
    public static ConfigurationPath ofUnread(Unread unread) {
        try {
            return parse(unread.path());
        } catch (IllegalArgumentException e) {
            return root(ANY);
        }
    }

    private static String segment(Matcher matcher) {
        if (matcher.group(1) != null) {
            return matcher.group(1);
        }
        return matcher.group(2) != null
                ? ELEMENTS
                : matcher.group(3).replace("\\\"", "\"").replace("\\\\", "\\");
    }

    public static ConfigurationPath root(String name) {
        return new ConfigurationPath(List.of(name));
    }

    public ConfigurationPath child(String segment) {
        List<String> longer = new ArrayList<>(segments);
        longer.add(segment);
        return new ConfigurationPath(longer);
    }

    /** Whether this path is the other or leads to it. */
    public boolean covers(ConfigurationPath other) {
        if (segments.size() > other.segments.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            String mine = segments.get(i);
            String its = other.segments.get(i);
            if (!mine.equals(its) && !mine.equals(ANY) && !its.equals(ANY)) {
                return false;
            }
        }
        return true;
    }

    /** What stands at the path on a resource; where it goes through lists, the list of what stands in each element. */
    public Evidence read(ResourceConfiguration item) {
        for (Unread unread : item.unread()) {
            if (ofUnread(unread).covers(this)) {
                return new Evidence(this, Evidence.State.UNREAD, null);
            }
        }
        Found found = find(item);
        if (!found.present) {
            return new Evidence(this, Evidence.State.ABSENT, null);
        }
        return new Evidence(this, found.value == null ? Evidence.State.NONE : Evidence.State.READ, found.value);
    }

    private Found find(ResourceConfiguration item) {
        Found root =
                switch (segments.get(0)) {
                    case "configuration" -> new Found(true, item.configuration());
                    case "supplementaryConfiguration" -> new Found(true, item.supplementaryConfiguration());
                    case "tags" -> new Found(true, item.tags());
                    default -> Found.NOTHING;
                };
        return root.present ? step(root.value, 1) : root;
    }

    private Found step(@Nullable Object value, int index) {
        if (index == segments.size() || value == null) {
            return new Found(true, value);
        }
        String segment = segments.get(index);
        if (value instanceof Map<?, ?> map) {
            if (segment.equals(ANY)) {
                return elements(map.values(), index);
            }
            return map.containsKey(segment) ? step(map.get(segment), index + 1) : Found.NOTHING;
        }
        if (value instanceof List<?> list && segment.equals(ELEMENTS)) {
            return elements(list, index);
        }
        return Found.NOTHING;
    }

    private Found elements(Iterable<?> elements, int index) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Object element : elements) {
            Found found = step(element, index + 1);
            if (found.present) {
                values.add(found.value);
            }
        }
        return new Found(true, values);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String segment : segments) {
            if (segment.equals(ELEMENTS)) {
                text.append(ELEMENTS);
            } else if (PLAIN.matcher(segment).matches()) {
                text.append(text.isEmpty() ? "" : ".").append(segment);
            } else {
                text.append("[\"")
                        .append(segment.replace("\\", "\\\\").replace("\"", "\\\""))
                        .append("\"]");
            }
        }
        return text.toString();
    }

    private record Found(boolean present, @Nullable Object value) {
        static final Found NOTHING = new Found(false, null);
    }
}
