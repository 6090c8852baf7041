package dev.demarc.scanner.canonical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Carries out what {@link Treatment} says on one value. */
final class Treatments {
    static final String MASKED = "masked";

    private static final int DAY_LENGTH = "2026-01-01".length();

    private final KeyedHash hash;

    Treatments(KeyedHash hash) {
        this.hash = hash;
    }

    @Nullable
    Object treat(Treatment treatment, @Nullable Object value) {
        return switch (treatment) {
            case HASH -> eachText(value, hash::of);
            case NAMES_ONLY -> eachText(value, text -> MASKED);
            case DETECT -> eachText(value, text -> SecretText.in(text) ? MASKED : text);
            case COMMAND -> command(value);
            case DOCUMENT -> value instanceof String ? MASKED : value;
            case DAY -> eachText(value, Treatments::day);
            case SET -> sorted(value);
        };
    }

    private static @Nullable Object eachText(@Nullable Object value, UnaryOperator<String> change) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> changed = new TreeMap<>();
            map.forEach((name, inner) -> changed.put(String.valueOf(name), eachText(inner, change)));
            return changed;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> changed = new ArrayList<>(list.size());
            list.forEach(inner -> changed.add(eachText(inner, change)));
            return changed;
        }
        return value instanceof String text ? change.apply(text) : value;
    }

    private static @Nullable Object command(@Nullable Object value) {
        String arguments = value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(" "))
                : String.valueOf(value);
        return SecretText.inCommand(arguments) ? eachText(value, text -> MASKED) : value;
    }

    private static String day(String time) {
        return time.length() > DAY_LENGTH ? time.substring(0, DAY_LENGTH) + "T00:00:00Z" : time;
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return value;
        }
        return list.stream()
                .map(element -> new Ranked(Trees.sortedJson(element), element))
                .sorted((one, other) -> Arrays.compareUnsigned(one.rank(), other.rank()))
                .<@Nullable Object>map(Ranked::element)
                .collect(Collectors.toList());
    }

    @SuppressWarnings("ArrayRecordComponent") // lives only while a list is sorted
    private record Ranked(byte[] rank, @Nullable Object element) {}
}
