package dev.demarc.scanner.collector;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/**
 * Fills every member of every answer that comes from {@link PlantedAws} with a marker, by the SDK's own field metadata;
 * the SDK makes one for each client of the tests, where the file {@code execution.interceptors} names it.
 */
public final class Planted implements ExecutionInterceptor {
    /** The key of every map that nobody knows. */
    public static final String KEY = "planted";
    /** What nobody may read unless its path passes as it is. */
    public static final String SECRET = "hunter22";

    static final String MARKER = "planted password=" + SECRET;

    private static final int DEEPEST = 9;
    /** What would make a paginator go on for ever. */
    private static final Set<String> OF_PAGES = Set.of(
            "nexttoken",
            "nextmarker",
            "marker",
            "position",
            "istruncated",
            "truncated",
            "nextcontinuationtoken",
            "continuationtoken",
            "lastevaluatedtablename",
            "failures",
            "unprocessedkeys");

    @Override
    public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
        if (!PlantedAws.isAt(context.httpRequest().port())) {
            return context.response();
        }
        SdkResponse.Builder builder = context.response().toBuilder();
        fill((SdkPojo) builder, "", 0);
        return builder.build();
    }

    private static void fill(SdkPojo builder, String place, int depth) {
        for (SdkField<?> field : builder.sdkFields()) {
            String inner = place.isEmpty() ? field.memberName() : place + "." + field.memberName();
            if (!OF_PAGES.contains(field.memberName().toLowerCase(Locale.ROOT)) && !Plants.isLeftOut(inner)) {
                field.set(builder, value(field, inner, depth));
            }
        }
    }

    private static @Nullable Object value(SdkField<?> field, String place, int depth) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            if (depth == DEEPEST) {
                return null;
            }
            SdkPojo builder = field.constructor().get();
            fill(builder, place, depth + 1);
            return built(builder);
        }
        if (type == MarshallingType.LIST) {
            return list(field.getTrait(ListTrait.class).memberFieldInfo(), place, depth);
        }
        if (type == MarshallingType.MAP) {
            return map(field.getTrait(MapTrait.class).valueFieldInfo(), place, depth);
        }
        return scalar(type, place);
    }

    /** What builders have in common is not of a library that we use. */
    private static Object built(SdkPojo builder) {
        try {
            Class<?> named = Arrays.stream(builder.getClass().getInterfaces())
                    .filter(each -> each.getSimpleName().equals("Builder"))
                    .findFirst()
                    .orElseThrow();
            return named.getMethod("build").invoke(builder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(builder.getClass() + " cannot be built", e);
        }
    }

    private static @Nullable Object list(SdkField<?> elements, String place, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < Plants.elements(place); i++) {
            Object element = value(elements, i == 0 ? place : "%s[%d]".formatted(place, i), depth);
            if (element != null) {
                list.add(element);
            }
        }
        return list.isEmpty() ? null : list;
    }

    private static Map<String, Object> map(SdkField<?> values, String place, int depth) {
        Map<String, Object> map = new HashMap<>();
        for (String key : Plants.keys(place)) {
            Object value = value(values, place + "." + key, depth);
            if (value != null) {
                map.put(key, value);
            }
        }
        return map;
    }

    private static @Nullable Object scalar(MarshallingType<?> type, String place) {
        if (type == MarshallingType.STRING) {
            return Plants.text(place);
        }
        if (type == MarshallingType.INTEGER) {
            return 7;
        }
        if (type == MarshallingType.LONG) {
            return 7L;
        }
        if (type == MarshallingType.SHORT) {
            return (short) 7;
        }
        if (type == MarshallingType.DOUBLE) {
            return 0.5;
        }
        if (type == MarshallingType.FLOAT) {
            return 0.5f;
        }
        if (type == MarshallingType.BOOLEAN) {
            return true;
        }
        if (type == MarshallingType.INSTANT) {
            return Instant.parse("2026-03-01T10:15:30Z");
        }
        if (type == MarshallingType.SDK_BYTES) {
            return SdkBytes.fromByteArray(Plants.text(place).getBytes(StandardCharsets.UTF_8));
        }
        return type == MarshallingType.DOCUMENT ? Document.fromString(Plants.text(place)) : null;
    }
}
