package dev.demarc.assessment.listing;

import dev.demarc.shell.problem.RefusedValueException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The query parameters of one request: several values of one are separated by commas, or the parameter is repeated. */
public final class QueryParameters {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 500;

    private final MultivaluedMap<String, String> given;

    /** @throws RefusedValueException where a parameter is given that is not accepted */
    public QueryParameters(MultivaluedMap<String, String> given, Set<String> accepted) {
        this.given = given;
        for (String name : given.keySet()) {
            if (!accepted.contains(name)) {
                throw RefusedValueException.oneOf("query parameter", name, new TreeSet<>(accepted));
            }
        }
    }

    public Optional<String> one(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new RefusedValueException(name, String.join(",", values), "one value");
        }
        return values.stream().filter(value -> !value.isEmpty()).findFirst();
    }

    /** Empty where the parameter is not given or has no value. */
    public Set<String> many(String name) {
        return manyOrEmpty(name).stream()
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** As {@link #many}, with the empty value as one of its own. */
    public Set<String> manyOrEmpty(String name) {
        return given.getOrDefault(name, List.of()).stream()
                .flatMap(values -> Arrays.stream(values.split(",", -1)))
                .map(String::strip)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public Set<String> matching(String name, Pattern pattern) {
        Set<String> values = many(name);
        for (String value : values) {
            if (!pattern.matcher(value).matches()) {
                throw new RefusedValueException(name, value, pattern.pattern());
            }
        }
        return values;
    }

    public Set<String> among(String name, Collection<String> accepted) {
        Set<String> values = many(name);
        for (String value : values) {
            if (!accepted.contains(value)) {
                throw RefusedValueException.oneOf(name, value, new TreeSet<>(accepted));
            }
        }
        return values;
    }

    public <E extends Enum<E>> Set<E> among(String name, Class<E> constants) {
        return many(name).stream()
                .map(value -> constant(name, value, constants))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * An instant that is past, given as itself or as the beginning of a day (UTC).
     *
     * @throws RefusedValueException where it is none, or is to come
     */
    public Optional<Instant> past(String name, Instant now) {
        return past(name, Optional.empty(), now);
    }

    /**
     * An instant that is past, and of which something is kept.
     *
     * @param first from when on it is kept, empty for everything
     * @throws RefusedValueException where it is none, before {@code first} or yet to come
     */
    public Optional<Instant> past(String name, Optional<Instant> first, Instant now) {
        return one(name).map(text -> instant(text)
                .filter(instant -> !instant.isAfter(now) && !instant.isBefore(first.orElse(Instant.EPOCH)))
                .orElseThrow(() -> refusedInstant(name, text, first, now)));
    }

    private static RefusedValueException refusedInstant(
            String name, String text, Optional<Instant> first, Instant now) {
        return new RefusedValueException(
                name,
                text,
                "a day such as %s or an instant such as %s, not before %s nor yet to come"
                        .formatted(LocalDate.ofInstant(now, ZoneOffset.UTC), now, first.orElse(Instant.EPOCH)));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(
                    text.indexOf('T') < 0
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** How many items a page may have. */
    public int limit() {
        String text = one("limit").orElse(Integer.toString(DEFAULT_LIMIT));
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw new RefusedValueException("limit", text, "1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    /** A number that requests with the same filter share, on every instance. */
    public int fingerprint() {
        Map<String, List<String>> filter = new TreeMap<>(given);
        filter.keySet().removeAll(Set.of("cursor", "limit"));
        return filter.toString().hashCode();
    }

    public Cursor cursor() {
        return Cursor.of(one("cursor"), fingerprint());
    }

    private static <E extends Enum<E>> E constant(String name, String value, Class<E> constants) {
        for (E constant : constants.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value)) {
                return constant;
            }
        }
        throw RefusedValueException.oneOf(
                name,
                value,
                Arrays.stream(constants.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
