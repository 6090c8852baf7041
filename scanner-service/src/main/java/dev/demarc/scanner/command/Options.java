package dev.demarc.scanner.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands behind a command: its words, and its options, each with one value. */
record Options(List<String> words, Map<String, String> values) {
    Options {
        words = List.copyOf(words);
        values = Map.copyOf(values);
    }

    /** @throws UsageException where there are more or fewer words or other options than accepted */
    static Options parse(List<String> arguments, int words, String... accepted) {
        List<String> found = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                found.add(argument);
                continue;
            }
            int equals = argument.indexOf('=');
            String name = argument.substring(2, equals < 0 ? argument.length() : equals);
            if (!Arrays.asList(accepted).contains(name)) {
                throw new UsageException(
                        "option is '--%s'; accepted: --%s".formatted(name, String.join(", --", accepted)));
            }
            if (equals < 0 && i + 1 == arguments.size()) {
                throw new UsageException("option --%s needs a value".formatted(name));
            }
            values.put(name, equals < 0 ? arguments.get(++i) : argument.substring(equals + 1));
        }
        if (found.size() != words) {
            throw new UsageException("%s given; accepted: %d".formatted(found, words));
        }
        return new Options(found, values);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The values between the commas. */
    List<String> list(String name) {
        return value(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
