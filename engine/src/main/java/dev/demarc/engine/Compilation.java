package dev.demarc.engine;

import dev.demarc.contracts.catalog.Layer;
import dev.demarc.engine.expression.Expression;
import dev.demarc.engine.expression.Expressions;
import dev.demarc.engine.expression.InvalidExpressionException;
import dev.demarc.engine.path.ConfigurationPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the parts of one compilation share: the layers that there are, the expressions, and every fault so far. */
final class Compilation {
    private final Expressions expressions;
    private final Map<String, Integer> layers = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    Compilation(List<Layer> layers, Expressions expressions) {
        this.expressions = expressions;
        unique("layers", layers, Layer::id);
        layers.forEach(layer -> this.layers.putIfAbsent(layer.id(), this.layers.size()));
    }

    /** The layer's place from the ground up, null where it is not defined. */
    @Nullable
    Integer layer(String id) {
        return layers.get(id);
    }

    /** Everything that is wrong, each with its place. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Null where it does not compile, which is a fault. */
    @Nullable
    Expression expression(String place, String text) {
        return compiled(place, text, expressions::compile);
    }

    /** As {@link #expression}, of one that gives text. */
    @Nullable
    Expression text(String place, String text) {
        return compiled(place, text, expressions::compileText);
    }

    private @Nullable Expression compiled(String place, String text, Function<String, Expression> compiler) {
        try {
            return compiler.apply(text);
        } catch (InvalidExpressionException e) {
            problem(place, String.valueOf(e.getMessage()));
            return null;
        }
    }

    void requireLayers(String place, Set<String> ids) {
        ids.stream()
                .filter(id -> !layers.containsKey(id))
                .sorted()
                .forEach(id -> problem(place, "speaks of layer '%s', which is not defined".formatted(id)));
    }

    void requirePath(String place, String path) {
        try {
            ConfigurationPath.parse(path);
        } catch (IllegalArgumentException e) {
            problem(place, String.valueOf(e.getMessage()));
        }
    }

    <T> void unique(String place, List<T> all, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        all.stream()
                .map(id)
                .filter(each -> !seen.add(each))
                .forEach(each -> problem("%s[%s]".formatted(place, each), "is there twice"));
    }

    void problem(String place, String what) {
        problems.add(place + ": " + what);
    }
}
