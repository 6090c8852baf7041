package dev.demarc.engine.expression;

import static dev.demarc.engine.expression.Function.question;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionOverload;
import dev.demarc.engine.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code policy.*}: what a policy document allows; of {@code null}, which is no policy, nothing. */
final class PolicyFunctions {
    private static final String NAMESPACE = "policy";
    private static final String ALLOWS_PUBLIC = "allowsPublic";
    private static final PolicyDocument NONE = PolicyDocument.of(Map.of("Statement", List.of()));

    static final List<Function> ALL = List.of(
            question(NAMESPACE, ALLOWS_PUBLIC, a -> ask(() -> document(a).allowsPublic()), SimpleType.DYN),
            question(
                    NAMESPACE,
                    ALLOWS_PUBLIC,
                    a -> ask(() -> document(a).allowsPublic(texts(a[2]))),
                    SimpleType.DYN,
                    SimpleType.DYN),
            question(
                    NAMESPACE,
                    "allowsServiceForAnyone",
                    a -> ask(() -> document(a).allowsServiceForAnyone(texts(a[2]))),
                    SimpleType.DYN,
                    SimpleType.DYN),
            question(
                    NAMESPACE,
                    "deniesInsecureTransport",
                    a -> ask(() -> document(a).deniesInsecureTransport()),
                    SimpleType.DYN),
            question(NAMESPACE, "isAdministrative", a -> ask(() -> document(a).isAdministrative()), SimpleType.DYN),
            question(
                    NAMESPACE,
                    "allowsAll",
                    a -> ask(() -> document(a).allowsAll((String) a[2])),
                    SimpleType.DYN,
                    SimpleType.STRING),
            accounts(a -> list(() -> document(a).externalAccounts((String) a[2], texts(a[3]))), SimpleType.DYN),
            accounts(
                    a -> list(() -> document(a).externalAccounts((String) a[2], texts(a[3]), texts(a[4]))),
                    SimpleType.DYN,
                    SimpleType.DYN));

    private PolicyFunctions() {}

    /** The accounts that a document lets in, asked with the own account, the trusted ones, and what else there is. */
    private static Function accounts(CelFunctionOverload body, CelType... lists) {
        List<CelType> parameters = new ArrayList<>(List.of(SimpleType.DYN, SimpleType.STRING));
        parameters.addAll(List.of(lists));
        return new Function(NAMESPACE, "externalAccounts", ListType.create(SimpleType.STRING), parameters, body);
    }

    private static List<String> list(Supplier<List<String>> question) {
        return Refusals.asUnreadable(question);
    }

    private static boolean ask(Supplier<Boolean> question) {
        return Refusals.asUnreadable(question);
    }

    /** The evaluation comes first, then the document. */
    private static PolicyDocument document(Object[] arguments) {
        Object json = arguments[1];
        return CelValues.isNull(json)
                ? NONE
                : ((Evaluation) arguments[0]).parsed(json, PolicyDocument.class, () -> PolicyDocument.of(json));
    }

    private static List<String> texts(Object list) {
        if (!(list instanceof List<?> texts)) {
            throw new IllegalArgumentException("a list of text was expected");
        }
        return texts.stream().map(String::valueOf).toList();
    }
}
