package dev.demarc.engine.expression;

import java.util.List;
import java.util.stream.Stream;

/** Every function that expressions have beside CEL's own. */
final class Functions {
    static final List<Function> ALL = Stream.of(
                    TimeFunctions.ALL, NetFunctions.ALL, PolicyFunctions.ALL, AttributeFunctions.ALL)
            .flatMap(List::stream)
            .toList();

    private Functions() {}
}
