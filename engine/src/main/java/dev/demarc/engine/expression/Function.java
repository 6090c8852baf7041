package dev.demarc.engine.expression;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelMacro;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One overload of a function of ours, such as {@code policy.allowsPublic}.
 *
 * @param body gets the {@link Evaluation} before what the expression passes
 */
record Function(String namespace, String name, CelType result, List<CelType> parameters, CelFunctionOverload body) {
    /** One that answers yes or no. */
    static Function question(String namespace, String name, CelFunctionOverload body, CelType... parameters) {
        return new Function(namespace, name, SimpleType.BOOL, List.of(parameters), body);
    }

    String qualifiedName() {
        return namespace + '.' + name;
    }

    CelFunctionDecl declaration() {
        return CelFunctionDecl.newFunctionDeclaration(
                qualifiedName(), CelOverloadDecl.newGlobalOverload(overload(), result, allParameters()));
    }

    CelFunctionBinding binding() {
        List<Class<?>> classes = new ArrayList<>();
        for (CelType type : allParameters()) {
            classes.add(javaClass(type));
        }
        return CelFunctionBinding.from(overload(), classes, arguments -> {
            ((Evaluation) arguments[0]).countCall();
            return body.apply(arguments);
        });
    }

    /** Passes the evaluation where an expression calls the function, so that the function itself stays pure. */
    CelMacro macro() {
        String receiver = namespace;
        String function = qualifiedName();
        return CelMacro.newReceiverMacro(name, parameters.size(), (factory, target, arguments) -> {
            if (target.getKind() != CelExpr.ExprKind.Kind.IDENT
                    || !target.ident().name().equals(receiver)) {
                return Optional.empty();
            }
            List<CelExpr> all = new ArrayList<>();
            all.add(factory.newIdentifier(Evaluation.SELF));
            all.addAll(arguments);
            return Optional.of(factory.newGlobalCall(function, all));
        });
    }

    private String overload() {
        return namespace + '_' + name + '_' + parameters.size();
    }

    private List<CelType> allParameters() {
        List<CelType> all = new ArrayList<>(List.of(SimpleType.DYN));
        all.addAll(parameters);
        return all;
    }

    private static Class<?> javaClass(CelType type) {
        if (type.equals(SimpleType.INT)) {
            return Long.class;
        }
        if (type.equals(SimpleType.STRING)) {
            return String.class;
        }
        return type instanceof ListType ? List.class : Object.class;
    }
}
