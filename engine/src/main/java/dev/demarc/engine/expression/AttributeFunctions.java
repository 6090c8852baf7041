package dev.demarc.engine.expression;

import dev.cel.common.types.SimpleType;
import java.util.List;
import java.util.Map;

/** {@code attribute.*}: what stands under a name in a list of keys and values, as AWS gives attributes. */
final class AttributeFunctions {
    static final List<Function> ALL = List.of(new Function(
            "attribute",
            "value",
            SimpleType.DYN,
            List.of(SimpleType.DYN, SimpleType.STRING, SimpleType.STRING),
            arguments -> value(arguments[1], arguments[2], arguments[3])));

    private AttributeFunctions() {}

    /** What a list does not carry is as AWS documents its default: AWS adds attributes over the years. */
    private static Object value(Object attributes, Object key, Object otherwise) {
        if (!(attributes instanceof List<?> list)) {
            throw new UnreadableException("is no list of attributes");
        }
        for (Object each : list) {
            if (each instanceof Map<?, ?> attribute && key.equals(attribute.get("key"))) {
                return CelValues.of(attribute.get("value"));
            }
        }
        return otherwise;
    }
}
