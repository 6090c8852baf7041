package dev.demarc.gateway.access;

import dev.demarc.gateway.problem.ProblemType;
import dev.demarc.gateway.problem.Problems;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Stands before everything: refuses foreign host names, and writes from foreign pages. */
@Singleton
final class Guard {
    private static final Logger LOG = Logger.getLogger(Guard.class);
    private static final int BEFORE_ALL = 10_000;
    private static final int FIRST = 1;

    private final Access access;

    Guard(Access access) {
        this.access = access;
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        access.check();
        if (access.open()) {
            LOG.warn("The gateway is open: whoever reaches it reads everything and may start scans");
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::stand, BEFORE_ALL);
    }

    private void stand(RoutingContext context) {
        String authority = authority(context.request());
        if (authority == null || !access.hosts().know(authority)) {
            Problems.answer(
                    context,
                    ProblemType.FOREIGN_HOST,
                    "Host is '%s'; accepted: %s; demarc.gateway.hosts adds names"
                            .formatted(authority, access.hosts().accepted()));
            return;
        }
        String refusal = Writes.isWrite(context.request().method().name())
                ? Writes.refusal(
                        authority,
                        context.request().getHeader("Origin"),
                        context.request().getHeader("Sec-Fetch-Site"))
                : null;
        if (refusal == null) {
            context.next();
        } else {
            Problems.answer(context, ProblemType.FOREIGN_ORIGIN, refusal);
        }
    }

    private static @Nullable String authority(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority == null ? null : authority.toString();
    }
}
