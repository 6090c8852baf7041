package dev.demarc.engine.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a statement is about.
 *
 * @param anyone everyone, whether signed in or not
 * @param named accounts, canonical users and providers outside AWS; services of AWS and principals that AWS deleted
 *     are none of these
 * @param services services of AWS, such as {@code s3.amazonaws.com}
 */
record Principals(boolean anyone, List<String> named, List<String> services) {
    static final Principals NOBODY = new Principals(false, List.of());

    private static final Principals ANYONE = new Principals(true, List.of());
    private static final String WILDCARD = "*";
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern ARN = Pattern.compile("arn:[^:]*:[^:]*:[^:]*:(\\d{12}):.*", Pattern.DOTALL);

    private static final Pattern ORGANISATION_PATH = Pattern.compile("(o-[a-z0-9]{10,32})/.*");

    Principals {
        named = List.copyOf(named);
        services = List.copyOf(services);
    }

    private Principals(boolean anyone, List<String> named) {
        this(anyone, named, List.of());
    }

    static Principals of(@Nullable Object principal, @Nullable Object notPrincipal) {
        if (notPrincipal != null) {
            return ANYONE;
        }
        if (principal == null) {
            return NOBODY;
        }
        if (!(principal instanceof Map<?, ?> kinds)) {
            return of("AWS", Json.texts(principal, "Principal"));
        }
        boolean anyone = false;
        List<String> named = new ArrayList<>();
        List<String> services = new ArrayList<>();
        for (Map.Entry<?, ?> kind : kinds.entrySet()) {
            String name = String.valueOf(kind.getKey());
            Principals some = of(name, Json.texts(kind.getValue(), "Principal." + name));
            anyone |= some.anyone;
            named.addAll(some.named);
            services.addAll(some.services);
        }
        return new Principals(anyone, named, services);
    }

    private static Principals of(String kind, List<String> values) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "aws" -> ofAws(values);
            case WILDCARD -> new Principals(values.contains(WILDCARD), List.of());
            case "canonicaluser" -> new Principals(values.contains(WILDCARD), without(values, WILDCARD));
            case "federated" ->
                new Principals(
                        values.contains(WILDCARD),
                        without(values, WILDCARD).stream()
                                .map(Principals::accountOr)
                                .toList());
            case "service" ->
                new Principals(
                        values.contains(WILDCARD),
                        List.of(),
                        without(values, WILDCARD).stream()
                                .map(value -> value.toLowerCase(Locale.ROOT))
                                .toList());
            default -> NOBODY;
        };
    }

    private static Principals ofAws(List<String> values) {
        List<String> accounts = new ArrayList<>();
        for (String value : values) {
            Matcher arn = ARN.matcher(value);
            if (ACCOUNT.matcher(value).matches()) {
                accounts.add(value);
            } else if (arn.matches()) {
                accounts.add(arn.group(1));
            } else if (value.contains(WILDCARD)) {
                return ANYONE;
            }
        }
        return new Principals(false, accounts);
    }

    /** The account of an ARN, the organisation of a path in one; else the value itself. */
    static String accountOr(String value) {
        Matcher arn = ARN.matcher(value);
        if (arn.matches()) {
            return arn.group(1);
        }
        Matcher path = ORGANISATION_PATH.matcher(value);
        return path.matches() ? path.group(1) : value;
    }

    private static List<String> without(List<String> values, String one) {
        return values.stream().filter(value -> !value.equals(one)).toList();
    }
}
