package dev.demarc.catalog.content;

import java.util.List;

/** Resources on which a variant holds, and others on which it does not. */
public record VariantExamples(List<Example> holds, List<Example> not) {
    static final VariantExamples NONE = new VariantExamples(List.of(), List.of());

    public VariantExamples {
        holds = holds == null ? List.of() : List.copyOf(holds);
        not = not == null ? List.of() : List.copyOf(not);
    }
}
