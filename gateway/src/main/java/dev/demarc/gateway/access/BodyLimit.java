package dev.demarc.gateway.access;

import dev.demarc.gateway.problem.ProblemType;
import dev.demarc.gateway.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Refuses bodies that are larger than their path takes: a file that bears out a statement may have 10 MB. */
@Singleton
final class BodyLimit {
    private static final int AFTER_GUARD = 9_000;
    private static final long MEGABYTE = 1024L * 1024;
    private static final long MOST = MEGABYTE;
    private static final long MOST_OF_A_FILE = 10 * MEGABYTE;

    void register(@Observes Filters filters) {
        filters.register(BodyLimit::stand, AFTER_GUARD);
    }

    private static void stand(RoutingContext context) {
        long most = context.normalizedPath().endsWith("/evidence-files") ? MOST_OF_A_FILE : MOST;
        long length = length(context.request().getHeader(HttpHeaders.CONTENT_LENGTH));
        if (length <= most) {
            context.next();
        } else {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            Problems.answer(
                    context,
                    ProblemType.TOO_LARGE,
                    "The body has %d bytes; accepted: at most %d MB (%d bytes)"
                            .formatted(length, most / MEGABYTE, most));
        }
    }

    private static long length(@Nullable String header) {
        return header != null && header.matches("\\d{1,18}") ? Long.parseLong(header) : 0;
    }
}
