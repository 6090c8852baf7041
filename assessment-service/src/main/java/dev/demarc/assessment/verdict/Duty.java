package dev.demarc.assessment.verdict;

import dev.demarc.contracts.Category;
import dev.demarc.contracts.Party;

/** Who must hold a control that passes, by its category and the party of its layer on the resource. */
final class Duty {
    private Duty() {}

    static Party of(Category category, Party layer) {
        return switch (category) {
            case INHERITED -> Party.AWS;
            case SHARED -> Party.SHARED;
            case CUSTOMER_SPECIFIC -> layer;
        };
    }
}
