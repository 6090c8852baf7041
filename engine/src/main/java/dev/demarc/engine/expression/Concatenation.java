package dev.demarc.engine.expression;

import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.RuntimeHelpers;
import dev.cel.runtime.standard.AddOperator.AddOverload;
import java.util.List;
import java.util.Set;

/** {@code +} of text and of lists, bounded: what is doubled thirty times in a short expression fills any memory. */
final class Concatenation {
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_LIST = 100_000;
    private static final Set<AddOverload> REPLACED =
            Set.of(AddOverload.ADD_STRING, AddOverload.ADD_LIST, AddOverload.ADD_BYTES);

    static final List<CelFunctionBinding> BINDINGS =
            List.of(CelFunctionBinding.from("add_string", String.class, String.class, Concatenation::text), lists());

    private Concatenation() {}

    @SuppressWarnings("unchecked")
    private static CelFunctionBinding lists() {
        return CelFunctionBinding.from("add_list", List.class, List.class, Concatenation::list);
    }

    /** CEL's own functions but those that {@link #BINDINGS} replace. */
    static CelStandardFunctions withoutOthers() {
        return CelStandardFunctions.newBuilder()
                .filterFunctions(
                        (function, overload) -> !(overload instanceof AddOverload add) || !REPLACED.contains(add))
                .build();
    }

    private static String text(String one, String other) {
        bound(one.length() + (long) other.length(), LONGEST_TEXT, "characters");
        return one + other;
    }

    private static List<Object> list(List<Object> one, List<Object> other) {
        bound(one.size() + (long) other.size(), LONGEST_LIST, "elements");
        return RuntimeHelpers.concat(one, other);
    }

    private static void bound(long size, int most, String unit) {
        if (size > most) {
            throw new UnreadableException("the expression makes %d %s; at most %d".formatted(size, unit, most));
        }
    }
}
