package dev.demarc.engine.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One key of one operator of a statement's {@code Condition}.
 *
 * @param operator without its prefix and suffix, in lower case
 * @param forAllValues whether it also holds where the request lacks the key
 * @param ifExists whether it also holds where the request lacks the key
 * @param key in lower case
 */
record Condition(
        String operator, boolean forAllValues, boolean forAnyValue, boolean ifExists, String key, List<String> values) {
    private static final String FOR_ALL_VALUES = "forallvalues:";
    private static final String FOR_ANY_VALUE = "foranyvalue:";
    private static final String IF_EXISTS = "ifexists";
    private static final Set<String> EQUALITIES =
            Set.of("stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike");

    private static final Pattern ANY_TEXT = Pattern.compile("[*?]*");

    Condition {
        values = List.copyOf(values);
    }

    static List<Condition> all(@Nullable Object json) {
        if (json == null) {
            return List.of();
        }
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<?, ?> operator :
                Json.object(json, "Condition of the policy").entrySet()) {
            String name = String.valueOf(operator.getKey());
            for (Map.Entry<?, ?> key :
                    Json.object(operator.getValue(), "Condition." + name).entrySet()) {
                conditions.add(of(name, String.valueOf(key.getKey()), Json.texts(key.getValue(), "Condition." + name)));
            }
        }
        return withKeysThatMustBeThere(conditions);
    }

    /** A key that {@code Null} demands is no longer missing where a qualifier would let it be. */
    private static List<Condition> withKeysThatMustBeThere(List<Condition> conditions) {
        Set<String> demanded = conditions.stream()
                .filter(each -> each.operator.equals("null") && each.isOnly("false"))
                .map(Condition::key)
                .collect(Collectors.toSet());
        return demanded.isEmpty()
                ? conditions
                : conditions.stream()
                        .map(each -> demanded.contains(each.key) ? each.thatMustBeThere() : each)
                        .toList();
    }

    private Condition thatMustBeThere() {
        return new Condition(operator, false, forAnyValue, false, key, values);
    }

    private static Condition of(String operator, String key, List<String> values) {
        String name = operator.toLowerCase(Locale.ROOT);
        boolean forAll = name.startsWith(FOR_ALL_VALUES);
        boolean forAny = name.startsWith(FOR_ANY_VALUE);
        boolean ifExists = name.endsWith(IF_EXISTS);
        name = forAll ? name.substring(FOR_ALL_VALUES.length()) : name;
        name = forAny ? name.substring(FOR_ANY_VALUE.length()) : name;
        name = ifExists ? name.substring(0, name.length() - IF_EXISTS.length()) : name;
        return new Condition(name, forAll, forAny, ifExists, key.toLowerCase(Locale.ROOT), values);
    }

    /** Whether requests from anywhere cannot meet it: it demands a fixed account, organisation, network or resource. */
    boolean narrows() {
        return !forAllValues && !ifExists && FixedValues.demandedBy(operator, key, values);
    }

    /** Whether only requests that have the key with one of fixed values meet it. */
    boolean demandsValue() {
        return narrows()
                || (!forAllValues
                        && !ifExists
                        && !FixedValues.isKnown(key)
                        && EQUALITIES.contains(operator)
                        && values.stream()
                                .noneMatch(value -> ANY_TEXT.matcher(value).matches()));
    }

    /** Whether all requests meet it but those from a fixed account, organisation, network or resource. */
    boolean sparesOnlyFixed() {
        if (forAnyValue) {
            return false;
        }
        if (key.equals("aws:principalisawsservice")) {
            return operator.equals("bool") && isOnly("false");
        }
        String positive =
                switch (operator) {
                    case "stringnotequals" -> "stringequals";
                    case "stringnotequalsignorecase" -> "stringequalsignorecase";
                    case "stringnotlike" -> "stringlike";
                    case "arnnotequals", "arnnotlike" -> "arnlike";
                    case "notipaddress" -> "ipaddress";
                    default -> "";
                };
        return FixedValues.demandedBy(positive, key, values);
    }

    boolean isInsecureTransport() {
        return operator.equals("bool") && !forAllValues && key.equals("aws:securetransport") && isOnly("false");
    }

    private boolean isOnly(String value) {
        return values.size() == 1 && values.get(0).equalsIgnoreCase(value);
    }
}
