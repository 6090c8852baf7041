package dev.demarc.engine.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.demarc.engine.path.ConfigurationPath;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds the configuration paths that an expression reads, without running it; a variable of a macro stands for the
 * elements of what it runs over.
 */
final class ReadPaths {
    /** The variables that hold what was read of a resource. */
    static final Set<String> ROOTS = Set.of("configuration", "supplementaryConfiguration", "tags");

    private static final String INDEX = "_[_]";
    private static final String CONDITIONAL = "_?_:_";
    private static final String CONCATENATION = "_+_";
    private static final Set<String> EQUALITY = Set.of("_==_", "_!=_");

    private final Set<ReadPath> reads = new LinkedHashSet<>();
    private final Map<Integer, ConfigurationPath> byOffset = new HashMap<>();
    private final Map<String, Set<ConfigurationPath>> variables = new HashMap<>();
    private final Map<Long, Integer> offsets;

    private ReadPaths(Map<Long, Integer> offsets) {
        this.offsets = offsets;
        for (String root : ROOTS) {
            variables.put(root, Set.of(ConfigurationPath.root(root)));
        }
    }

    static ReadPaths of(CelAbstractSyntaxTree ast) {
        ReadPaths paths = new ReadPaths(ast.getSource().getPositionsMap());
        paths.read(ast.getExpr(), true);
        return paths;
    }

    Set<ReadPath> reads() {
        return reads;
    }

    /** The path that stands at each place of the expression's text, for naming where an evaluation stopped. */
    Map<Integer, ConfigurationPath> byOffset() {
        return byOffset;
    }

    private void read(CelExpr expression, boolean deep) {
        Set<ConfigurationPath> paths = pathsOf(expression);
        boolean asksIfThere = expression.getKind() == CelExpr.ExprKind.Kind.SELECT
                && expression.select().testOnly();
        paths.forEach(path -> reads.add(new ReadPath(path, deep && !asksIfThere)));
        switch (expression.getKind()) {
            case SELECT -> {
                if (paths.isEmpty()) {
                    read(expression.select().operand(), true);
                } else {
                    readIndexes(expression.select().operand());
                }
            }
            case CALL -> readCall(expression, deep, paths);
            case LIST -> expression.list().elements().forEach(element -> read(element, deep));
            case MAP ->
                expression.map().entries().forEach(entry -> {
                    read(entry.key(), true);
                    read(entry.value(), true);
                });
            case STRUCT -> expression.struct().entries().forEach(entry -> read(entry.value(), true));
            case COMPREHENSION -> readComprehension(expression.comprehension(), deep);
            case IDENT, CONSTANT, NOT_SET -> {}
        }
    }

    private void readCall(CelExpr expression, boolean deep, Set<ConfigurationPath> paths) {
        CelExpr.CelCall call = expression.call();
        if (call.function().equals(INDEX) && !paths.isEmpty()) {
            readIndexes(expression);
            return;
        }
        if (call.function().equals(CONDITIONAL)) {
            read(call.args().get(0), true);
            read(call.args().get(1), deep);
            read(call.args().get(2), deep);
            return;
        }
        if (call.function().equals(CONCATENATION)) {
            call.args().forEach(argument -> read(argument, deep));
            return;
        }
        boolean looksInside = !call.function().equals("size") && !comparesWithConstant(call);
        call.target().ifPresent(target -> read(target, looksInside));
        call.args().forEach(argument -> read(argument, looksInside));
    }

    /** A chain of members may be indexed by what is read elsewhere. */
    private void readIndexes(CelExpr expression) {
        if (expression.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            readIndexes(expression.select().operand());
        } else if (expression.getKind() == CelExpr.ExprKind.Kind.CALL) {
            if (expression.call().function().equals(INDEX)) {
                readIndexes(expression.call().args().get(0));
                read(expression.call().args().get(1), true);
            } else {
                read(expression, false);
            }
        }
    }

    /** What a macro puts into a list is looked into only if somebody looks into the list. */
    private void readComprehension(CelExpr.CelComprehension comprehension, boolean deep) {
        read(comprehension.iterRange(), false);
        within(comprehension, () -> {
            read(comprehension.accuInit(), true);
            read(comprehension.loopCondition(), true);
            read(comprehension.loopStep(), deep);
            read(comprehension.result(), true);
        });
    }

    private void within(CelExpr.CelComprehension comprehension, Runnable body) {
        Set<ConfigurationPath> elements = elementsOf(comprehension.iterRange());
        Set<ConfigurationPath> hiddenVariable = put(comprehension.iterVar(), elements);
        Set<ConfigurationPath> hiddenSecond = put(comprehension.iterVar2(), elements);
        Set<ConfigurationPath> hiddenResult = put(comprehension.accuVar(), Set.of());
        body.run();
        put(comprehension.accuVar(), hiddenResult);
        put(comprehension.iterVar2(), hiddenSecond);
        put(comprehension.iterVar(), hiddenVariable);
    }

    private Set<ConfigurationPath> put(String variable, Set<ConfigurationPath> paths) {
        Set<ConfigurationPath> hidden = variables.put(variable, paths);
        return hidden == null ? Set.of() : hidden;
    }

    private Set<ConfigurationPath> pathsOf(CelExpr expression) {
        Set<ConfigurationPath> paths =
                switch (expression.getKind()) {
                    case IDENT -> variables.getOrDefault(expression.ident().name(), Set.of());
                    case SELECT ->
                        children(
                                expression.select().operand(),
                                expression.select().field());
                    case CALL -> pathsOf(expression.call());
                    default -> Set.of();
                };
        Integer offset = offsets.get(expression.id());
        if (offset != null && paths.size() == 1) {
            byOffset.put(offset, paths.iterator().next());
        }
        return paths;
    }

    private Set<ConfigurationPath> pathsOf(CelExpr.CelCall call) {
        return switch (call.function()) {
            case INDEX -> children(call.args().get(0), segment(call.args().get(1)));
            case CONDITIONAL ->
                union(pathsOf(call.args().get(1)), pathsOf(call.args().get(2)));
            default -> Set.of();
        };
    }

    private Set<ConfigurationPath> children(CelExpr parent, String segment) {
        Set<ConfigurationPath> paths = new LinkedHashSet<>();
        pathsOf(parent).forEach(path -> paths.add(path.child(segment)));
        return paths;
    }

    private static String segment(CelExpr index) {
        if (index.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
            return ConfigurationPath.ANY;
        }
        CelConstant constant = index.constant();
        return constant.getKind() == CelConstant.Kind.STRING_VALUE
                ? constant.stringValue()
                : ConfigurationPath.ELEMENTS;
    }

    /** What the elements of a list are, also of one that a macro or {@code +} made. */
    private Set<ConfigurationPath> elementsOf(CelExpr range) {
        return switch (range.getKind()) {
            case LIST -> {
                Set<ConfigurationPath> paths = new LinkedHashSet<>();
                range.list().elements().forEach(element -> paths.addAll(pathsOf(element)));
                yield paths;
            }
            case COMPREHENSION -> {
                Set<ConfigurationPath> paths = new LinkedHashSet<>();
                within(
                        range.comprehension(),
                        () -> paths.addAll(elementsOf(range.comprehension().loopStep())));
                yield paths;
            }
            case CALL ->
                switch (range.call().function()) {
                    case CONCATENATION ->
                        union(
                                elementsOf(range.call().args().get(0)),
                                elementsOf(range.call().args().get(1)));
                    case CONDITIONAL ->
                        union(
                                elementsOf(range.call().args().get(1)),
                                elementsOf(range.call().args().get(2)));
                    default -> children(range, ConfigurationPath.ELEMENTS);
                };
            default -> children(range, ConfigurationPath.ELEMENTS);
        };
    }

    private static Set<ConfigurationPath> union(Set<ConfigurationPath> one, Set<ConfigurationPath> other) {
        Set<ConfigurationPath> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }

    /** Comparing with null, text or a number looks at a value, not at what is in it. */
    private static boolean comparesWithConstant(CelExpr.CelCall call) {
        return EQUALITY.contains(call.function())
                && call.args().stream().anyMatch(each -> each.getKind() == CelExpr.ExprKind.Kind.CONSTANT);
    }
}
