package dev.demarc.scanner.iam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.demarc.contracts.Json;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A managed policy of IAM that allows some actions. */
record Policy(NavigableSet<Action> actions) {
    /** Characters that IAM allows in a managed policy, not counting white space. */
    static final int LIMIT = 6_144;

    private static final ObjectWriter WRITER = Json.MAPPER.writer(new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE));

    Policy {
        actions = new TreeSet<>(actions);
    }

    /** As few as hold the actions, services whole and in their order. */
    static List<Policy> of(NavigableSet<Action> actions, int limit) {
        Map<String, NavigableSet<Action>> byService = new TreeMap<>();
        actions.forEach(action -> byService
                .computeIfAbsent(action.service(), service -> new TreeSet<>())
                .add(action));
        List<Policy> policies = new ArrayList<>();
        NavigableSet<Action> open = new TreeSet<>();
        for (NavigableSet<Action> service : byService.values()) {
            NavigableSet<Action> more = new TreeSet<>(open);
            more.addAll(service);
            if (!open.isEmpty() && new Policy(more).size() > limit) {
                policies.add(new Policy(open));
                more = service;
            }
            open = more;
        }
        policies.add(new Policy(open));
        return policies;
    }

    int size() {
        return json().replaceAll("\\s", "").length();
    }

    /** The whole document. */
    String json() {
        Map<String, List<String>> limited = new TreeMap<>();
        actions.stream()
                .filter(action -> !action.resource().equals(Action.ALL))
                .forEach(action -> limited.computeIfAbsent(action.name(), name -> new ArrayList<>())
                        .add(action.resource()));
        List<String> unlimited = actions.stream()
                .filter(action -> action.resource().equals(Action.ALL))
                .map(Action::name)
                .toList();
        List<Map<String, Object>> statements = new ArrayList<>();
        if (!unlimited.isEmpty()) {
            statements.add(statement(unlimited, List.of(Action.ALL)));
        }
        limited.forEach((name, resources) -> statements.add(statement(List.of(name), resources)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("Version", "2012-10-17");
        document.put("Statement", statements);
        try {
            return WRITER.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> statement(List<String> actions, List<String> resources) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Effect", "Allow");
        statement.put("Action", actions);
        statement.put("Resource", resources);
        return statement;
    }
}
