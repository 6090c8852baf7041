package dev.demarc.scanner.canonical;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/**
 * Brings JSON that AWS wrote elsewhere to the canonical form of an SDK shape: names in whatever case, objects encoded
 * as text, times in whatever notation. What the shape does not know is left out; what is absent stays absent.
 */
public final class ShapeForm {
    private ShapeForm() {}

    /** @throws IllegalArgumentException where a value is not what the shape says; the message names the member */
    public static Map<String, @Nullable Object> of(SdkPojo shape, Map<String, ? extends @Nullable Object> json) {
        return of(shape, json, false);
    }

    /**
     * As {@link #of}, for objects whose members are left out where AWS has none: what is absent is {@code null}, or
     * empty where it is a list.
     *
     * @throws IllegalArgumentException as {@link #of} does
     */
    public static Map<String, @Nullable Object> whole(SdkPojo shape, Map<String, ? extends @Nullable Object> json) {
        return of(shape, json, true);
    }

    private static Map<String, @Nullable Object> of(
            SdkPojo shape, Map<String, ? extends @Nullable Object> json, boolean whole) {
        Map<String, @Nullable Object> given = new TreeMap<>();
        json.forEach((name, value) -> given.put(name.toLowerCase(Locale.ROOT), value));
        Map<String, @Nullable Object> form = new TreeMap<>();
        for (SdkField<?> field : shape.sdkFields()) {
            String name = AccessorName.of(field);
            String member = name.toLowerCase(Locale.ROOT);
            if (given.containsKey(member)) {
                form.put(name, value(name, field, given.get(member), whole));
            } else if (whole) {
                form.put(name, none(field.marshallingType()));
            }
        }
        return form;
    }

    private static @Nullable Object none(MarshallingType<?> type) {
        if (type == MarshallingType.LIST) {
            return List.of();
        }
        return type == MarshallingType.MAP ? Map.of() : null;
    }

    private static @Nullable Object value(String name, SdkField<?> field, @Nullable Object json, boolean whole) {
        if (json == null) {
            return null;
        }
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            Object object = empty(structured(json));
            if (!(object instanceof Map<?, ?>)) {
                throw wrong(name, "an object", json);
            }
            return of(field.constructor().get(), Trees.object(object), whole);
        }
        if (type == MarshallingType.LIST) {
            return list(name, field.getTrait(ListTrait.class).memberFieldInfo(), structured(json), whole);
        }
        if (type == MarshallingType.MAP) {
            return map(name, field.getTrait(MapTrait.class).valueFieldInfo(), empty(structured(json)), whole);
        }
        if (json instanceof Collection<?> || json instanceof Map<?, ?>) {
            throw wrong(name, "one value", json);
        }
        return scalar(name, type, json);
    }

    private static Object list(String name, SdkField<?> member, @Nullable Object json, boolean whole) {
        if (!(json instanceof List<?> elements)) {
            throw wrong(name, "a list", json);
        }
        List<@Nullable Object> form = new ArrayList<>(elements.size());
        elements.forEach(element -> form.add(value(name, member, element, whole)));
        return form;
    }

    private static Object map(String name, SdkField<?> member, @Nullable Object json, boolean whole) {
        if (!(json instanceof Map<?, ?> entries)) {
            throw wrong(name, "an object", json);
        }
        Map<String, @Nullable Object> form = new TreeMap<>();
        entries.forEach((key, value) -> form.put(String.valueOf(key), value(name, member, value, whole)));
        return form;
    }

    private static @Nullable Object structured(@Nullable Object json) {
        return json instanceof String text ? Documents.decoded(text) : json;
    }

    /** Some of AWS's services write an object without members as a list without elements. */
    private static @Nullable Object empty(@Nullable Object json) {
        return json instanceof List<?> list && list.isEmpty() ? Map.of() : json;
    }

    private static Object scalar(String name, MarshallingType<?> type, Object json) {
        if (type == MarshallingType.INSTANT) {
            return time(name, json);
        }
        if (type == MarshallingType.BOOLEAN && json instanceof String text) {
            return Boolean.valueOf(text);
        }
        if (type == MarshallingType.STRING) {
            return json.toString();
        }
        if (json instanceof String text && (type == MarshallingType.INTEGER || type == MarshallingType.LONG)) {
            return number(name, text);
        }
        return json;
    }

    private static Object number(String name, String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw wrong(name, "a whole number", text);
        }
    }

    private static String time(String name, Object json) {
        try {
            return CanonicalForm.time(WrittenTime.parse(json));
        } catch (DateTimeException e) {
            throw wrong(name, WrittenTime.ACCEPTED, json);
        }
    }

    private static IllegalArgumentException wrong(String name, String accepted, @Nullable Object json) {
        String kind = json instanceof Map<?, ?>
                ? "an object"
                : json instanceof List<?> ? "a list" : json == null ? "null" : "text or a number";
        return new IllegalArgumentException("%s is %s; accepted: %s".formatted(name, kind, accepted));
    }
}
