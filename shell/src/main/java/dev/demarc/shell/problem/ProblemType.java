package dev.demarc.shell.problem;

import dev.demarc.contracts.Problem;
import org.jspecify.annotations.Nullable;

/** A kind of problem; a service has a closed enum of its own beside {@link CommonProblem}. */
public interface ProblemType {
    /** The last part of its type URI, such as {@code bad-request}. */
    String id();

    /** The same sentence wherever the type is answered. */
    String title();

    /** The HTTP status that it is answered with. */
    int status();

    default Problem problem(String detail, @Nullable String field) {
        return new Problem("/problems/" + id(), title(), status(), detail, field);
    }
}
