package dev.demarc.assessment.publish;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account whose scorecard is due.
 *
 * @param account its number in the dictionary
 * @param marks numbers of the marks that say so, empty where time alone does
 * @param trace traceparent of the newest mark
 */
record Due(int account, List<Long> marks, @Nullable String trace) {
    Due {
        marks = List.copyOf(marks);
    }
}
