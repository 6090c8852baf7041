package dev.demarc.gateway.query;

import dev.demarc.shell.problem.RefusedValueException;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads parameters; a refusal names the parameter, its value and what is accepted. */
public final class Parameters {
    public static final String DEFAULT_LIMIT = "50";
    private static final int MOST = 500;

    private Parameters() {}

    public static int limit(String text) {
        if (text.matches("\\d{1,4}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        }
        throw new RefusedValueException("limit", text, "1 to " + MOST);
    }

    /** A score of 0 to 100, null where none is given. */
    public static @Nullable Double score(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.matches("\\d{1,3}(\\.\\d{1,6})?")) {
            double score = Double.parseDouble(text);
            if (score <= 100) {
                return score;
            }
        }
        throw new RefusedValueException(name, text, "0 to 100");
    }

    /** One of an enum's names in any case, null where none is given. */
    public static <E extends Enum<E>> @Nullable E oneOf(Class<E> accepted, String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(accepted.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> RefusedValueException.oneOf(
                        name,
                        text,
                        Arrays.stream(accepted.getEnumConstants())
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }

    /** Empty where it is given without a value, which {@code @QueryParam} takes for not given; null where it is not. */
    public static @Nullable String given(UriInfo uri, String name) {
        return uri.getQueryParameters().getFirst(name);
    }
}
