package dev.demarc.shell.edge;

import dev.demarc.shell.problem.CommonProblem;
import dev.demarc.shell.problem.Problems;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bodies that are larger than their path takes, by their announced length at once, else when as many bytes have
 * been read.
 */
@Singleton
final class BodyLimit {
    /** After Quarkus has put its own, widest limit into the request. */
    private static final int AFTER_QUARKUS = 1;

    private static final String MORE_THAN_LET_IN = "Request too large";

    private final BodyLimits limits;

    BodyLimit(Instance<BodyLimits> limits) {
        this.limits = limits.isResolvable() ? limits.get() : path -> BodyLimits.MEGABYTE;
    }

    void register(@Observes Filters filters) {
        filters.register(this::stand, AFTER_QUARKUS);
    }

    /** What Quarkus throws where more bytes came than were let in. */
    @ServerExceptionMapper
    Response unread(IOException e, UriInfo uri) {
        if (!MORE_THAN_LET_IN.equals(e.getMessage())) {
            return Problems.internal(e);
        }
        long most = limits.mostOf(uri.getRequestUri().getPath());
        return Problems.answer(
                CommonProblem.TOO_LARGE,
                "The body is too large; accepted: at most %d MB (%d bytes)"
                        .formatted(most / BodyLimits.MEGABYTE, most));
    }

    private void stand(RoutingContext context) {
        long most = limits.mostOf(context.normalizedPath());
        long length = length(context.request().getHeader(HttpHeaders.CONTENT_LENGTH));
        if (length <= most) {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most);
            context.next();
        } else {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            Problems.answer(
                    context,
                    CommonProblem.TOO_LARGE,
                    "The body has %d bytes; accepted: at most %d MB (%d bytes)"
                            .formatted(length, most / BodyLimits.MEGABYTE, most));
        }
    }

    private static long length(@Nullable String header) {
        return header != null && header.matches("\\d{1,18}") ? Long.parseLong(header) : 0;
    }
}
