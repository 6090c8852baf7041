package dev.demarc.gateway.upstream;

import static dev.demarc.gateway.upstream.Target.ASSESSMENT;
import static dev.demarc.gateway.upstream.Target.CATALOG;
import static dev.demarc.gateway.upstream.Target.SCANNER;

import java.util.List;
import java.util.Optional;

/** Every path that another service answers: how it is asked, who answers, and within which limits. */
final class Routes {
    private static final int MEGABYTE = 1024 * 1024;
    private static final String STATEMENTS = "/attestations|waivers|declarations";

    static final List<Route> ALL = List.of(
            get("/findings", ASSESSMENT).ofTheDefaultOrganization(),
            get("/findings/*", ASSESSMENT),
            get("/resources", ASSESSMENT).ofTheDefaultOrganization(),
            get("/resources/*", ASSESSMENT),
            get("/teams", ASSESSMENT).ofTheDefaultOrganization(),
            get("/drift", ASSESSMENT).ofTheDefaultOrganization(),
            get("/changes", ASSESSMENT).ofTheDefaultOrganization(),
            get("/accounts/*", ASSESSMENT),
            get("/exports/verdicts.csv", ASSESSMENT).ofTheDefaultOrganization().asDownload(),
            get(STATEMENTS, ASSESSMENT).ofTheDefaultOrganization(),
            post(STATEMENTS, ASSESSMENT),
            get(STATEMENTS + "/*", ASSESSMENT),
            post(STATEMENTS + "/*/approve|reject|withdraw", ASSESSMENT),
            post("/attestations/*/renew", ASSESSMENT),
            post("/evidence-files", ASSESSMENT).withABodyOf(10 * MEGABYTE),
            get("/evidence-files/*", ASSESSMENT).asDownload(),
            Route.of("DELETE", "/evidence-files/*", ASSESSMENT).withABodyOf(MEGABYTE),
            get("/revisions", CATALOG),
            get("/revisions/*", CATALOG),
            get("/revisions/*/diff/*", CATALOG),
            get("/drafts/**", CATALOG),
            post("/drafts/**", CATALOG),
            Route.of("PUT", "/drafts/**", CATALOG).withABodyOf(MEGABYTE),
            Route.of("DELETE", "/drafts/**", CATALOG),
            post("/scans", SCANNER));

    private Routes() {}

    /** @param path below the API's root, beginning with a slash */
    static Optional<Route> find(String method, String path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        String exact = path.endsWith("/") && path.length() > 1 ? path.substring(0, path.length() - 1) : path;
        return ALL.stream().filter(route -> route.matches(asked, exact)).findFirst();
    }

    /** The largest body that any way of asking for the path takes. */
    static int mostBytes(String path) {
        return ALL.stream()
                .filter(route -> route.matches(route.method(), path))
                .mapToInt(Route::mostBytes)
                .max()
                .orElse(0);
    }

    private static Route get(String path, Target target) {
        return Route.of("GET", path, target);
    }

    private static Route post(String path, Target target) {
        return Route.of("POST", path, target).withABodyOf(MEGABYTE);
    }
}
