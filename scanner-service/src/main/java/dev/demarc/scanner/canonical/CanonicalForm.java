package dev.demarc.scanner.canonical;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;

/**
 * Turns what the AWS SDK answers into the canonical form by the SDK's own field metadata: every member is there, and
 * {@code null} where AWS has none.
 */
public final class CanonicalForm {
    private CanonicalForm() {}

    public static Map<String, @Nullable Object> canonical(SdkPojo pojo) {
        Map<String, @Nullable Object> form = new TreeMap<>();
        for (SdkField<?> field : pojo.sdkFields()) {
            form.put(AccessorName.of(field), ofValue(field.getValueOrDefault(pojo)));
        }
        return form;
    }

    public static List<@Nullable Object> canonical(Collection<? extends SdkPojo> pojos) {
        return pojos.stream().<@Nullable Object>map(CanonicalForm::canonical).collect(Collectors.toList());
    }

    /** A time as every source has to write it: RFC 3339 in UTC. */
    public static String time(Instant time) {
        return time.toString();
    }

    static @Nullable Object ofValue(@Nullable Object value) {
        if (value instanceof SdkPojo pojo) {
            return canonical(pojo);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().<@Nullable Object>map(CanonicalForm::ofValue).collect(Collectors.toList());
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> form = new TreeMap<>();
            map.forEach((key, inner) -> form.put(String.valueOf(key), ofValue(inner)));
            return form;
        }
        if (value instanceof Instant time) {
            return time(time);
        }
        if (value instanceof SdkBytes bytes) {
            return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
        }
        if (value instanceof Document document) {
            return ofValue(document.unwrap());
        }
        return ofScalar(value);
    }

    private static @Nullable Object ofScalar(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Float || value instanceof BigDecimal) {
            return ((Number) value).doubleValue();
        }
        if (value == null || value instanceof Long || value instanceof Double || value instanceof Boolean) {
            return value;
        }
        return value.toString();
    }
}
