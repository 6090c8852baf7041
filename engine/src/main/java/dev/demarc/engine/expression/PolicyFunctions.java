package dev.demarc.engine.expression;

import static dev.demarc.engine.expression.Function.question;

import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.demarc.engine.policy.PolicyDocument;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code policy.*}: what a policy document allows; of {@code null}, which is no policy, nothing. */
final class PolicyFunctions {
    private static final String NAMESPACE = "policy";
    private static final String ALLOWS_PUBLIC = "allowsPublic";
    private static final PolicyDocument NONE = PolicyDocument.of(Map.of("Statement", List.of()));

    static final List<Function> ALL = List.of(
            question(NAMESPACE, ALLOWS_PUBLIC, a -> ask(() -> document(a[0]).allowsPublic()), SimpleType.DYN),
            question(
                    NAMESPACE,
                    ALLOWS_PUBLIC,
                    a -> ask(() -> document(a[0]).allowsPublic(texts(a[1]))),
                    SimpleType.DYN,
                    SimpleType.DYN),
            question(
                    NAMESPACE,
                    "deniesInsecureTransport",
                    a -> ask(() -> document(a[0]).deniesInsecureTransport()),
                    SimpleType.DYN),
            question(
                    NAMESPACE, "isAdministrative", a -> ask(() -> document(a[0]).isAdministrative()), SimpleType.DYN),
            question(
                    NAMESPACE,
                    "allowsAll",
                    a -> ask(() -> document(a[0]).allowsAll((String) a[1])),
                    SimpleType.DYN,
                    SimpleType.STRING),
            new Function(
                    NAMESPACE,
                    "externalAccounts",
                    false,
                    ListType.create(SimpleType.STRING),
                    List.of(SimpleType.DYN, SimpleType.STRING, SimpleType.DYN),
                    a -> Refusals.asUnreadable(() -> document(a[0]).externalAccounts((String) a[1], texts(a[2])))));

    private PolicyFunctions() {}

    private static boolean ask(Supplier<Boolean> question) {
        return Refusals.asUnreadable(question);
    }

    private static PolicyDocument document(Object json) {
        return CelValues.isNull(json) ? NONE : PolicyDocument.of(json);
    }

    private static List<String> texts(Object list) {
        if (!(list instanceof List<?> texts)) {
            throw new IllegalArgumentException("a list of text was expected");
        }
        return texts.stream().map(String::valueOf).toList();
    }
}
