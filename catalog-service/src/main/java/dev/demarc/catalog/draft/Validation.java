package dev.demarc.catalog.draft;

import dev.demarc.catalog.content.CatalogProblem;
import java.util.List;

/** Whether a draft could be published, and everything that stands against it. */
public record Validation(boolean valid, List<CatalogProblem> problems) {
    public Validation {
        problems = List.copyOf(problems);
    }

    static Validation of(List<CatalogProblem> problems) {
        return new Validation(problems.isEmpty(), problems);
    }
}
