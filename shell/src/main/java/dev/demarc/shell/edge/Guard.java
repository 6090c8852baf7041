package dev.demarc.shell.edge;

import dev.demarc.shell.problem.CommonProblem;
import dev.demarc.shell.problem.Problems;
import dev.demarc.shell.token.TokenCheck;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything: refuses foreign host names, writes from foreign pages, and, where only the platform calls,
 * who has no token of it. What tells of health and load is open to whoever reaches the service by a name of its own.
 */
@Singleton
final class Guard {
    private static final int BEFORE_ALL = 10_000;
    private static final String HEALTH = "/q/health";
    private static final String METRICS = "/q/metrics";

    private final Edge edge;

    Guard(Edge edge) {
        this.edge = edge;
    }

    void register(@Observes Filters filters) {
        filters.register(this::stand, BEFORE_ALL);
    }

    private void stand(RoutingContext context) {
        HttpServerRequest request = context.request();
        String authority = authority(request);
        if (authority == null || !edge.hosts().know(authority)) {
            Problems.answer(
                    context,
                    CommonProblem.FOREIGN_HOST,
                    "Host is '%s'; accepted: %s; demarc.edge.hosts adds names"
                            .formatted(authority, edge.hosts().accepted()));
            return;
        }
        String foreign = Writes.isWrite(request.method().name())
                ? Writes.refusal(authority, request.getHeader("Origin"), request.getHeader("Sec-Fetch-Site"))
                : null;
        if (foreign != null) {
            Problems.answer(context, CommonProblem.FOREIGN_ORIGIN, foreign);
            return;
        }
        if (edge.isDoor() || isOpen(context.normalizedPath())) {
            context.next();
            return;
        }
        TokenCheck.Result token = edge.check(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (token instanceof TokenCheck.Accepted accepted) {
            CurrentGrant.put(context, accepted.grant());
            context.next();
        } else if (token instanceof TokenCheck.Refused refused) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            Problems.answer(context, CommonProblem.NO_TOKEN, refused.why());
        }
    }

    private static boolean isOpen(String path) {
        return path.equals(HEALTH) || path.startsWith(HEALTH + '/') || path.equals(METRICS);
    }

    private static @Nullable String authority(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority == null ? null : authority.toString();
    }
}
