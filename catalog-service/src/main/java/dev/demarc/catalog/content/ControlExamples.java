package dev.demarc.catalog.content;

import java.util.List;

/** Resources of which a control must say PASS, FAIL or NOT_APPLICABLE. */
public record ControlExamples(List<Example> pass, List<Example> fail, List<Example> notApplicable) {
    static final ControlExamples NONE = new ControlExamples(List.of(), List.of(), List.of());

    public ControlExamples {
        pass = pass == null ? List.of() : List.copyOf(pass);
        fail = fail == null ? List.of() : List.copyOf(fail);
        notApplicable = notApplicable == null ? List.of() : List.copyOf(notApplicable);
    }
}
