package dev.demarc.engine.expression;

import dev.cel.common.values.MutableMapValue;
import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings JSON values to the form in which CEL knows them: its own null, whole numbers as {@code long}. */
final class CelValues {
    private CelValues() {}

    /** Maps as copies that programs need not walk; all else is the same object where nothing in it differs. */
    static Object of(@Nullable Object value) {
        if (value == null) {
            return NullValue.NULL_VALUE;
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof List<?> list) {
            return list(list);
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        return value instanceof Float number ? (Object) number.doubleValue() : value;
    }

    static boolean isNull(Object value) {
        return value == NullValue.NULL_VALUE;
    }

    private static Object map(Map<?, ?> map) {
        MutableMapValue copy = MutableMapValue.create(map);
        copy.entrySet().forEach(entry -> entry.setValue(of(entry.getValue())));
        return copy;
    }

    private static Object list(List<?> list) {
        List<Object> copy = null;
        for (int i = 0; i < list.size(); i++) {
            Object value = of(list.get(i));
            if (value != list.get(i) && copy == null) {
                copy = new ArrayList<>(list);
            }
            if (copy != null) {
                copy.set(i, value);
            }
        }
        return copy == null ? list : copy;
    }
}
