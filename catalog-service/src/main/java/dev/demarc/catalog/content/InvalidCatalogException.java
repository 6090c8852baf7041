package dev.demarc.catalog.content;

import java.util.List;
import java.util.stream.Collectors;

/** A catalog that is refused whole, with everything that is wrong with it. */
public final class InvalidCatalogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<CatalogProblem> problems;

    public InvalidCatalogException(List<CatalogProblem> problems) {
        super(problems.stream().map(CatalogProblem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public InvalidCatalogException(CatalogProblem problem) {
        this(List.of(problem));
    }

    public List<CatalogProblem> problems() {
        return problems;
    }
}
