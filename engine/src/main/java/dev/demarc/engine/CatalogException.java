package dev.demarc.engine;

import java.util.List;

/** A catalog revision that cannot be judged by; lists every fault with its place. */
public final class CatalogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    public CatalogException(List<String> problems) {
        super("the catalog has %d faults:%n%s".formatted(problems.size(), String.join("\n", problems)));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
