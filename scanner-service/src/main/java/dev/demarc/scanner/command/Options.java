package dev.demarc.scanner.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands behind a command: its words, and its options, each with one value. */
record Options(List<String> words, Map<String, String> values) {
    /** How many words a command takes beside its options. */
    enum Words {
        NONE("none"),
        SOME("one or more");

        private final String accepted;

        Words(String accepted) {
            this.accepted = accepted;
        }

        private boolean accepts(List<String> words) {
            return words.isEmpty() == (this == NONE);
        }
    }

    Options {
        words = List.copyOf(words);
        values = Map.copyOf(values);
    }

    /** @throws UsageException where there are words or options that are not accepted, or words missing */
    static Options parse(List<String> arguments, Words words, String... accepted) {
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
        if (!words.accepts(found)) {
            throw new UsageException("words given are %s; accepted: %s".formatted(found, words.accepted));
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
