package dev.demarc.scanner.canonical;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.demarc.contracts.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON trees as maps in the order of their keys and lists, free to be changed. */
final class Trees {
    private static final ObjectWriter SORTED =
            Json.MAPPER.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Trees() {}

    /** A copy down to the leaves. */
    static @Nullable Object copy(@Nullable Object tree) {
        if (tree instanceof Map<?, ?>) {
            return object(tree);
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(copy(element)));
            return copy;
        }
        return tree;
    }

    /** A copy of a JSON object down to the leaves. */
    static Map<String, @Nullable Object> object(Object tree) {
        Map<String, @Nullable Object> copy = new TreeMap<>();
        ((Map<?, ?>) tree).forEach((key, value) -> copy.put(String.valueOf(key), copy(value)));
        return copy;
    }

    static byte[] sortedJson(@Nullable Object tree) {
        try {
            return SORTED.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
