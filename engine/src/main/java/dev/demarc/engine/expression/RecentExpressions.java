package dev.demarc.engine.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Compiled expressions by their text, those used last; for any number of threads. Compiling is most of what it takes to
 * check or judge by a catalog revision, and nearly all expressions of one were in the revision before.
 */
final class RecentExpressions {
    private static final int MOST = 1_000;

    private final Map<String, Expression> byText = Collections.synchronizedMap(new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Expression> eldest) {
            return size() > MOST;
        }
    });

    private final Function<String, Expression> compiler;

    RecentExpressions(Function<String, Expression> compiler) {
        this.compiler = compiler;
    }

    Expression of(String text) {
        Expression known = byText.get(text);
        if (known == null) {
            known = compiler.apply(text);
            byText.put(text, known);
        }
        return known;
    }
}
