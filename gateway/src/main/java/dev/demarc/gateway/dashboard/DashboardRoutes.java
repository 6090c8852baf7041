package dev.demarc.gateway.dashboard;

import dev.demarc.shell.problem.CommonProblem;
import dev.demarc.shell.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Confines pages by headers, lets deep links of the dashboard answer, and gives what is nowhere its problem. */
@Singleton
final class DashboardRoutes {
    private static final int AFTER_GUARD = 9_000;
    private static final int LAST = 1_000_000;
    private static final String INDEX = "/index.html";
    private static final String REROUTED = "demarc.rerouted";
    /** Paths that belong to machines; everything else without a file's ending is a page of the dashboard. */
    private static final Pattern NO_PAGE =
            Pattern.compile("/(api|q|assets)(/.*)?|.*\\.(js|css|map|svg|png|ico|json|txt|woff2?)");

    private static final String OWN_SOURCES_ONLY = "default-src 'self'; img-src 'self' data:; font-src 'self' data:;"
            + " style-src 'self'%s; script-src 'self'%s; object-src 'none'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";
    private static final String POLICY = OWN_SOURCES_ONLY.formatted("", "");
    /** Swagger UI's page has its script and style in itself. */
    private static final String SWAGGER_POLICY = OWN_SOURCES_ONLY.formatted(" 'unsafe-inline'", " 'unsafe-inline'");

    void filters(@Observes Filters filters) {
        filters.register(DashboardRoutes::confine, AFTER_GUARD);
    }

    void routes(@Observes Router router) {
        router.route().order(LAST).handler(DashboardRoutes::pageOrNothing);
        router.errorHandler(
                CommonProblem.NOT_FOUND.status(),
                context -> Problems.answer(context, CommonProblem.NOT_FOUND, nothingAt(context)));
        router.errorHandler(
                CommonProblem.METHOD_NOT_ALLOWED.status(),
                context -> Problems.answer(
                        context,
                        CommonProblem.METHOD_NOT_ALLOWED,
                        "%s is not allowed at %s".formatted(context.request().method(), context.normalizedPath())));
        router.errorHandler(
                CommonProblem.BAD_REQUEST.status(),
                context ->
                        Problems.answer(context, CommonProblem.BAD_REQUEST, "The request line or path is malformed"));
        router.errorHandler(
                CommonProblem.TOO_LARGE.status(),
                context -> Problems.answer(context, CommonProblem.TOO_LARGE, "A request may be 1 MiB at most"));
    }

    private static void confine(RoutingContext context) {
        String path = context.normalizedPath();
        MultiMap headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Content-Security-Policy", path.startsWith("/q/swagger-ui") ? SWAGGER_POLICY : POLICY);
        if (path.equals("/") || path.equals(INDEX)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
        }
        context.next();
    }

    private static void pageOrNothing(RoutingContext context) {
        HttpMethod method = context.request().method();
        boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        if (!reads || NO_PAGE.matcher(context.normalizedPath()).matches()) {
            Problems.answer(context, CommonProblem.NOT_FOUND, nothingAt(context));
        } else if (context.get(REROUTED) != null) {
            Problems.answer(context, CommonProblem.NOT_FOUND, "The dashboard is not part of this build");
        } else {
            context.put(REROUTED, true);
            context.reroute(INDEX);
        }
    }

    private static String nothingAt(RoutingContext context) {
        return "There is nothing at " + context.normalizedPath();
    }
}
